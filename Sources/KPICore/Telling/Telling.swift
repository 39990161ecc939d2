/// Decides what is told to whom: a pure function of how the alerts stand, of what operators did, and of what everybody
/// was told before.
///
/// It compares levels, and follows no events: each recipient's belief with what is so now. A past that is caught up on,
/// a silence that ends or a correction of old figures can therefore never become a flood; what is said is the difference,
/// once. See <doc:Telling>.
package struct Telling {
    private let plan: NotificationPlan
    private let catalog: Catalog
    private let acts: ActBook

    package init(_ plan: NotificationPlan, _ catalog: Catalog, _ acts: ActBook) {
        (self.plan, self.catalog, self.acts) = (plan, catalog, acts)
    }

    /// - Parameters:
    ///   - changed: the alerts whose record changed since the last time.
    ///   - renamed: those among them that go on under another name, by the one they had.
    package func advance(
        _ state: consuming TellingState, alerts: AlertBook, changed: Set<AlertIdentity>,
        renamed: [AlertIdentity: AlertIdentity] = [:], to now: Instant
    ) -> TellingAdvance {
        let isFresh = state.nextLook == nil
        let isTime = state.nextLook.map { $0 <= now } ?? true
        var result = TellingAdvance(state)
        guard isTime || !changed.isEmpty else { return result }
        result.rename(renamed)
        for identity in changed { result.state.note(identity, fires: Truth(alerts[identity]) != nil) }
        if isFresh {
            for alert in alerts.values where Truth(alert) != nil { result.state.note(alert.identity, fires: true) }
        }
        var pass = TellingPass(plan, catalog, acts, alerts, result, at: now)
        if isFresh { pass.beginDigests() }
        pass.look(at: isTime ? pass.everything.union(changed) : pass.affected(by: changed), isEverything: isTime)
        pass.tell()
        if isTime { pass.remindOfEnds() }
        return pass.result
    }
}

extension Instant {
    /// Later than anything that is ever waited for.
    static let distantFuture = Instant(milliseconds: .max)
}
