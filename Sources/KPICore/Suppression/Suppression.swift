/// Finds what keeps people from being told of alerts at one moment.
package struct Suppression {
    private let plan: NotificationPlan
    private let catalog: Catalog
    private let acts: ActBook
    private let now: Instant
    private let mutes: [Act]
    private let windows: [MuteWindow]
    /// By inhibition and by what the two alerts must have in common: one that fires.
    private let sources: [Source: [AlertIdentity]]

    private struct Source: Hashable {
        let inhibition: Int
        let unit: UnitID?
        let target: TargetID?

        init(_ index: Int, _ inhibition: Inhibition, _ alert: AlertIdentity) {
            self.inhibition = index
            unit = inhibition.same.contains(.unit) ? alert.unit : nil
            target = inhibition.same.contains(.target) ? alert.target : nil
        }
    }

    /// - Parameter firing: the alerts that fire, as far as they may inhibit others.
    init(
        _ plan: NotificationPlan, _ catalog: Catalog, _ acts: ActBook,
        firing: some Sequence<(alert: AlertIdentity, severity: Severity)>, at now: Instant
    ) {
        self.plan = plan
        self.catalog = catalog
        self.acts = acts
        self.now = now
        mutes = acts.mutes(at: now)
        windows = plan.mutes.filter { $0.isMute(at: now, catalog.timetable) }
        var sources: [Source: [AlertIdentity]] = [:]
        if !plan.inhibitions.isEmpty {
            for (alert, severity) in firing {
                for (index, inhibition) in plan.inhibitions.enumerated()
                where inhibition.source.match(alert, severity: severity, in: catalog) {
                    sources[Source(index, inhibition, alert), default: []].append(alert)
                }
            }
        }
        self.sources = sources
    }

    /// - Parameter alerts: all there are.
    package init(_ plan: NotificationPlan, _ catalog: Catalog, _ acts: ActBook, _ alerts: AlertBook, at now: Instant) {
        let firing = alerts.values.compactMap { alert in Truth(alert).map { (alert.identity, $0.severity) } }
        self.init(plan, catalog, acts, firing: firing.map { (alert: $0.0, severity: $0.1) }, at: now)
    }

    /// What keeps people from being told of an open alert; of one that is pending, what will once it fires.
    package func suppressors(of alert: Alert) -> [Suppressor] {
        guard let severity = alert.phase.severity else { return [] }
        let flaps =
            catalog.rules.first { $0.id == alert.identity.rule }
            .flatMap { alert.flapsUntil($0, at: now, in: catalog.timetable) } != nil
        return suppressors(of: alert, as: severity, fires: true, isFlapping: flaps)
    }

    /// What applies, the most deliberate first. Of an alert that is over only what mutes ends, too: whoever was told
    /// of an alert and has seen to it hears that it is over.
    ///
    /// - Parameters:
    ///   - severity: of the alert, or what the recipient believes it to be where it is over.
    ///   - fires: it does, or will.
    func suppressors(of alert: Alert, as severity: Severity, fires: Bool, isFlapping: Bool) -> [Suppressor] {
        let identity = alert.identity
        var found: [Suppressor] = []
        if fires,
            let act = acts.acknowledgement(of: identity, episode: alert.comingEpisode, severity: severity, at: now)
        {
            found.append(.acknowledged(act))
        }
        for act in mutes {
            switch act.deed {
            case .silence(let silence) where silence.matchers.match(identity, severity: severity, in: catalog):
                found.append(.silenced(act))
            case .maintain(let maintenance) where catalog.units.holds(identity.unit, in: maintenance.unit):
                found.append(.maintained(act))
            default: break
            }
        }
        if fires, let (source, inhibition) = inhibitor(of: identity, severity) {
            found.append(.inhibited(by: source, inhibition))
        }
        if isFlapping { found.append(.flapping) }
        if let window = windows.first(where: { $0.matchers.match(identity, severity: severity, in: catalog) }) {
            found.append(.muted(window))
        }
        return found
    }

    private func inhibitor(of alert: AlertIdentity, _ severity: Severity) -> (AlertIdentity, Inhibition)? {
        for (index, inhibition) in plan.inhibitions.enumerated() {
            guard let candidates = sources[Source(index, inhibition, alert)],
                let source = candidates.filter({ $0 != alert }).min(),
                inhibition.mutes.match(alert, severity: severity, in: catalog)
            else { continue }
            return (source, inhibition)
        }
        return nil
    }
}
