/// One look at what has to be told.
struct TellingPass {
    /// Something that one recipient is to be told.
    struct Item {
        let key: Told.Key
        let alert: Alert
        let truth: Truth?
        /// Nil for a reminder.
        let difference: Difference?
    }

    let plan: NotificationPlan
    let catalog: Catalog
    let acts: ActBook
    let alerts: AlertBook
    let now: Instant
    let suppression: Suppression
    var result: TellingAdvance
    /// What nothing keeps back, by recipient, in the order of the alerts.
    var items: [RecipientID: [Item]] = [:]
    /// Recipients with something whose time has come.
    var due: Set<RecipientID> = []
    let recipients: [RecipientID: Recipient]
    private let rules: [RuleID: Rule]

    init(
        _ plan: NotificationPlan, _ catalog: Catalog, _ acts: ActBook, _ alerts: AlertBook,
        _ result: consuming TellingAdvance, at now: Instant
    ) {
        self.plan = plan
        self.catalog = catalog
        self.acts = acts
        self.alerts = alerts
        self.now = now
        recipients = Dictionary(uniqueKeysWithValues: plan.recipients.map { ($0.id, $0) })
        rules = Dictionary(uniqueKeysWithValues: catalog.rules.map { ($0.id, $0) })
        let firing = result.state.live.lazy.compactMap { alert in
            Truth(alerts[alert]).map { (alert: alert, severity: $0.severity) }
        }
        suppression = Suppression(plan, catalog, acts, firing: firing, at: now)
        self.result = result
    }

    /// Whatever may have to be told, now or later.
    var everything: Set<AlertIdentity> { result.state.live.union(result.state.waiting) }

    /// What a changed alert may bring: itself, what waits to be told together with it, and what it inhibits.
    func affected(by changed: Set<AlertIdentity>) -> Set<AlertIdentity> {
        let mayInhibit = changed.contains { alert in
            plan.inhibitions.contains { inhibition in
                Severity.allCases.contains { inhibition.source.match(alert, severity: $0, in: catalog) }
            }
        }
        return mayInhibit ? everything.union(changed) : changed.union(result.state.waiting)
    }

    mutating func look(at candidates: Set<AlertIdentity>, isEverything: Bool) {
        if isEverything { result.state.nextLook = .distantFuture }
        for identity in candidates.sorted() {
            guard let alert = alerts[identity] else { continue }
            let truth = Truth(alert)
            for recipient in listeners(of: alert, truth) { look(at: alert, truth, for: recipient) }
            result.state.note(identity, fires: truth != nil)
        }
        if isEverything { waitForOthers() }
    }

    /// Those to whom it is routed, and those who were told before: who heard that something is grave hears the rest.
    private func listeners(of alert: Alert, _ truth: Truth?) -> [Recipient] {
        let told = result.state.told[alert.identity] ?? [:]
        var listeners = truth.map { plan.recipients(of: alert.identity, severity: $0.severity, in: catalog) } ?? []
        let others = told.keys.filter { id in !listeners.contains { $0.id == id } }
        listeners += others.sorted().compactMap { recipients[$0] }
        // That a channel does not work is not said over that channel.
        return alert.identity.rule == OwnAlert.undelivered
            ? listeners.filter { $0.channel != alert.identity.target.text } : listeners
    }

    private mutating func look(at alert: Alert, _ truth: Truth?, for recipient: Recipient) {
        let key = Told.Key(alert.identity, recipient.id)
        var told = result.state[key]
        guard let difference = difference(told, truth, alert, recipient) else {
            lapse(&told, key)
            // Whoever does not hear of ends, or of what a silent correction ended, believes it all the same.
            if truth == nil { told.severity = nil }
            result.set(key, told)
            remind(told, truth, alert, recipient)
            return
        }
        let severity = truth?.severity ?? told.severity ?? .info
        let suppressors = suppressors(of: alert, as: severity)
        if let first = suppressors.first {
            withhold(&told, key, first)
        } else {
            let since = told.waitingSince ?? now
            told.waitingSince = since
            items[recipient.id, default: []].append(
                Item(key: key, alert: alert, truth: truth, difference: difference))
            let isReleased = told.withheld != nil
            if let time = time(for: recipient, severity, waitingSince: isReleased ? now : since, isReleased) {
                if time <= now { due.insert(recipient.id) } else { wait(until: time) }
            }
        }
        result.set(key, told)
    }

    /// What they believe and is not so; nil where there is nothing, or nothing that they are to be told of.
    private func difference(_ told: Told, _ truth: Truth?, _ alert: Alert, _ recipient: Recipient) -> Difference? {
        guard let difference = Difference(told, truth) else { return nil }
        if alert.reason == .dataCorrected, rules[alert.identity.rule]?.corrections == .silent { return nil }
        if case .ended = difference, !recipient.pace.tellsEnds { return nil }
        if case .begun = difference, let truth,
            !plan.recipients(of: alert.identity, severity: truth.severity, in: catalog).contains(recipient)
        {
            return nil
        }
        return difference
    }

    /// What keeps an alert back now. When that ends by itself is waited for.
    mutating func suppressors(of alert: Alert, as severity: Severity) -> [Suppressor] {
        let flapsUntil = rules[alert.identity.rule].flatMap { alert.flapsUntil($0, at: now, in: catalog.timetable) }
        if let flapsUntil { wait(until: flapsUntil) }
        let found = suppression.suppressors(
            of: alert, as: severity, fires: Truth(alert) != nil, isFlapping: flapsUntil != nil)
        for end in found.compactMap({ $0.end(acts, catalog.timetable, after: now) }) { wait(until: end) }
        return found
    }

    private mutating func withhold(_ told: inout Told, _ key: Told.Key, _ suppressor: Suppressor) {
        told.waitingSince = nil
        let note = suppressor.label(catalog.timetable)
        if told.withheld?.by != suppressor.name {
            result.withholdings.append(Withholding(key, at: now, .began, by: suppressor.name, note: note))
        }
        told.withheld = Told.Withheld(since: told.withheld?.since ?? now, by: suppressor.name, note: note)
    }

    /// There is nothing left to tell.
    private mutating func lapse(_ told: inout Told, _ key: Told.Key) {
        told.waitingSince = nil
        guard let withheld = told.withheld else { return }
        result.withholdings.append(Withholding(key, at: now, .lapsed, by: withheld.by, note: withheld.note))
        told.withheld = nil
    }

    private mutating func remind(_ told: Told, _ truth: Truth?, _ alert: Alert, _ recipient: Recipient) {
        guard let truth, told.severity != nil, let at = told.at, let delay = recipient.pace.repeatAfter,
            let time = catalog.timetable.adding(delay, to: at)
        else { return }
        guard time <= now else { return wait(until: time) }
        guard suppressors(of: alert, as: truth.severity).isEmpty else { return }
        items[recipient.id, default: []].append(
            Item(key: Told.Key(alert.identity, recipient.id), alert: alert, truth: truth, difference: nil))
        if recipient.pace.digest == nil { due.insert(recipient.id) }
    }

    /// When something is told that has waited since a moment; nil: with the next digest.
    private func time(
        for recipient: Recipient, _ severity: Severity, waitingSince since: Instant, _ isReleased: Bool
    ) -> Instant? {
        if recipient.pace.digest != nil {
            guard let atOnce = recipient.pace.atOnce, severity >= atOnce else { return nil }
        }
        return isReleased ? since : since.adding(seconds: recipient.pace.wait)
    }

    mutating func wait(until moment: Instant) {
        guard let next = result.state.nextLook, moment < next else { return }
        result.state.nextLook = max(moment, Instant(milliseconds: now.milliseconds + 1))
    }

    /// For what may change though no alert does.
    private mutating func waitForOthers() {
        if let change = acts.nextChange(after: now) { wait(until: change) }
        for recipient in plan.recipients {
            guard let digest = recipient.pace.digest else { continue }
            if let next = digest.next(after: now, catalog) { wait(until: next) }
        }
    }
}
