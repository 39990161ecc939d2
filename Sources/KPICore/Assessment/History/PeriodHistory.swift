/// How a target stood period by period.
///
/// Made out of the facts when somebody asks: nothing of it is kept, and what was circulated at any moment of the past
/// can be computed again. See <doc:Period-history>.
package struct PeriodHistory {
    private let catalog: Catalog
    private let facts: Facts
    private let asOf: Instant

    package init(_ catalog: Catalog, _ facts: Facts, asOf: Instant) {
        (self.catalog, self.facts, self.asOf) = (catalog, facts, asOf)
    }

    /// The periods that have become due, in their order, at most the latest so many: of the whole, or of a unit by its
    /// index for as long as it was there.
    package func records(
        of index: Int, unit: Int = UnitTree.root, latest limit: Int = Int.max
    ) -> [PeriodRecord] {
        let target = catalog.targets[index]
        if case .unmeasured = target.source { return [] }
        let periods = periods(of: target, unit: unit).suffix(limit)
        guard !periods.isEmpty, let policy = catalog.policies[target.policy] else { return [] }
        let now = Glimpse(target, unit, policy, catalog, facts, asOf: asOf)
        let latest = now.assessment(at: now.judgedDay)
        let parts = now.parts(at: now.judgedDay)
        return periods.map { period in
            let due = catalog.timetable.due(period, by: deadline(of: target))
            let ref = min(period.last, target.window.last)
            let then = Glimpse(target, unit, policy, catalog, facts, asOf: due)
            let first = then.assessment(at: ref)
            let known = now.assessment(at: ref)
            var state = state(of: first, at: ref, then, isOwed: isOwed(period, target, unit))
            var isMadeGood = known.light.isGood || then.isCovered(first, by: latest)
            if target.kind == .cadence {
                state = self.state(of: period, in: then.parts(at: ref)) ?? state
                isMadeGood = self.state(of: period, in: parts) == .met
            }
            if state == .missed || state == .missing, isMadeGood { state = .madeUp }
            return PeriodRecord(
                period: period, due: due, ref: ref, planned: first.planned, then: .init(first), now: .init(known),
                state: state)
        }
    }

    /// A cadence has periods of its own.
    private func periods(of target: Target, unit: Int) -> ArraySlice<Period> {
        var length = target.frequency.period ?? catalog.reporting.period
        if case .periods(let own, _) = target.composition { length = own }
        let deadline = deadline(of: target)
        let due = length.periods(in: target.window).prefix { catalog.timetable.due($0, by: deadline) <= asOf }
        guard unit != UnitTree.root else { return due }
        return due.filter { catalog.units.units[unit].isActive(in: $0.range) }[...]
    }

    private func deadline(of target: Target) -> Deadline {
        target.frequency.period == nil ? catalog.reporting.deadline : target.deadline
    }

    /// Whether a report on the period was owed: by the unit, or for the whole by anybody.
    private func isOwed(_ period: Period, _ target: Target, _ unit: Int) -> Bool {
        guard case .reports = target.source, target.frequency.period != nil else { return false }
        return target.reporters.contains { id in
            guard let index = catalog.units.index(of: id), unit == UnitTree.root || unit == index else { return false }
            let unit = catalog.units.units[index]
            return unit.isActive(in: period.range) && !target.isExempt(unit, on: period)
        }
    }

    private func state(
        of assessment: Assessment, at day: LocalDate, _ glimpse: Glimpse, isOwed: Bool
    ) -> PeriodRecord.State {
        guard assessment.light == .noData else { return assessment.light.isGood ? .met : .missed }
        return assessment.measurement == nil && isOwed ? .missing : .notJudged
    }

    /// Of a cadence each period is judged by itself; nil where nothing is known of it.
    private func state(of period: Period, in parts: [Part]) -> PeriodRecord.State? {
        parts.first { $0.id == period.description }.map { part in
            part.isMet || part.state == .madeUp ? .met : .missed
        }
    }
}

extension Light {
    /// As it should be, or not begun because nothing was planned yet.
    var isGood: Bool {
        switch self {
        case .achieved, .onTrack, .notStarted: true
        case .attention, .atRisk, .offTrack, .noData: false
        }
    }
}
