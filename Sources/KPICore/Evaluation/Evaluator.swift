/// The one engine: daemon, tests, backtests and replays all run this.
///
/// A pure function of the catalog, the facts and the state. It passes through every boundary up to the given moment, so
/// that alert history does not depend on when somebody looked.
package struct Evaluator {
    private let catalog: Catalog
    private let facts: Facts
    private let boundaries: Boundaries

    package init(_ catalog: Catalog, _ facts: Facts) {
        (self.catalog, self.facts) = (catalog, facts)
        boundaries = Boundaries(catalog, facts)
    }

    /// What has changed that time alone does not tell.
    package struct Change: Sendable {
        /// Targets on which figures or rows came.
        package var targets: Set<TargetID> = []
        /// Those among them where nothing but revisions came.
        package var corrections: Set<TargetID> = []

        package init(targets: Set<TargetID> = [], corrections: Set<TargetID> = []) {
            (self.targets, self.corrections) = (targets, corrections)
        }
    }

    /// Advances to a moment that is not before the one reached.
    package func advance(
        _ state: consuming EvaluationState, to now: Instant, after change: Change = Change()
    ) -> Advance {
        let reached = state.evaluatedThrough
        var pass = EvaluationPass(catalog, facts, state)
        let start = reached ?? boundaries.origin.map { $0.adding(seconds: -1) } ?? now
        pass.heed(facts.acts.since(start), at: start)
        let touches = boundaries.between(start, now)
        var moments = touches.keys.sorted()[...]
        while true {
            let wake = pass.nextWake(after: start)
            guard let moment = [moments.first, wake?.at].compactMap({ $0 }).min(), moment <= now else { break }
            var touch = Boundaries.Touch()
            if moment == moments.first {
                moments.removeFirst()
                touch = touches[moment] ?? touch
            }
            pass.takeOver(touch.takeovers, at: moment)
            let woken = (wake.map { $0.at == moment ? $0.targets : [] } ?? []).union(touch.concluded)
            pass.evaluate(
                touch.targets.union(woken), corrected: touch.corrections, woken: woken, at: moment)
        }
        pass.endWhatIsGone(at: now)
        let heard = boundaries.reportedOn(start, now).union(versions(of: change.targets))
        pass.evaluate(pass.unassessed(at: now).union(heard), corrected: versions(of: change.corrections), at: now)
        pass.assessClosed(at: now)
        pass.result.state.evaluatedThrough = now
        pass.result.undo.wakes = pass.result.state.wakes.forget(through: now)
        return pass.result
    }

    private func versions(of targets: Set<TargetID>) -> Set<Int> {
        Set(targets.compactMap(catalog.lineages.index).flatMap { catalog.lineages.all[$0].versions })
    }
}
