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

    /// The periods of an edition that have become due, in their order, at most the latest so many: of the whole, or of a
    /// unit by its index for as long as it was there. Each is judged by the version that counts for it.
    package func records(
        of index: Int, unit: Int = UnitTree.root, latest limit: Int = Int.max
    ) -> [PeriodRecord] {
        let versions = catalog.lineage(of: index).editions.first { $0.contains(index) } ?? [index]
        let due = versions.flatMap { version in
            periods(of: catalog.targets[version], unit: unit).map { (version: version, period: $0) }
        }.suffix(limit)
        guard !due.isEmpty, let present = look(at: index, unit, asOf: asOf) else { return [] }
        let latest = (
            assessment: present.assessment(at: present.judgedDay), parts: present.parts(at: present.judgedDay)
        )
        var looks: [Int: Glimpse] = [index: present]
        return due.compactMap { version, period in
            guard let now = looks[version] ?? look(at: version, unit, asOf: asOf) else { return nil }
            looks[version] = now
            return record(of: version, unit, period, now: now, latest.assessment, latest.parts)
        }
    }

    /// Whether so many of the latest periods in a row were off track when they were due. What was made up since was so
    /// then, and counts; a period that could not be judged neither counts nor breaks the row.
    func wasOffTrack(_ index: Int, unit: Int, periods count: Int) -> Bool {
        let versions = catalog.lineage(of: index).editions.first { $0.contains(index) } ?? [index]
        var found = 0
        for version in versions.reversed() {
            let target = catalog.targets[version]
            for period in periods(of: target, unit: unit).reversed() where found < count {
                let due = catalog.timetable.due(period, by: deadline(of: target))
                guard let then = look(at: version, unit, asOf: due) else { return false }
                switch then.assessment(at: min(period.last, target.window.last)).light {
                case .offTrack: found += 1
                case .noData: break
                case .achieved, .onTrack, .attention, .atRisk, .notStarted: return false
                }
            }
        }
        return found >= count
    }

    /// Nil for a target that has no measure.
    private func look(at index: Int, _ unit: Int, asOf: Instant) -> Glimpse? {
        let target = catalog.targets[index]
        if case .unmeasured = target.source { return nil }
        return catalog.policy(of: target).map { Glimpse(target, unit, $0, catalog, facts, asOf: asOf) }
    }

    private func record(
        of index: Int, _ unit: Int, _ period: Period, now: Glimpse, _ latest: Assessment, _ latestParts: [Part]
    ) -> PeriodRecord? {
        let target = catalog.targets[index]
        let due = catalog.timetable.due(period, by: deadline(of: target))
        let ref = min(period.last, target.window.last)
        guard let then = look(at: index, unit, asOf: due) else { return nil }
        let first = then.assessment(at: ref)
        let known = now.assessment(at: ref)
        var state = state(of: first, isOwed: isOwed(period, target, unit))
        var isMadeGood = known.light.isGood || then.isCovered(first, by: latest)
        if target.kind == .cadence {
            state = self.state(of: period, in: then.parts(at: ref)) ?? state
            isMadeGood = self.state(of: period, in: latestParts) == .met
        }
        if state == .missed || state == .missing, isMadeGood { state = .madeUp }
        return PeriodRecord(
            period: period, due: due, ref: ref, planned: first.planned, then: .init(first), now: .init(known),
            state: state)
    }

    /// Those for which a version counts. A cadence has periods of its own.
    private func periods(of target: Target, unit: Int) -> [Period] {
        var length = target.frequency.period ?? catalog.reporting.period
        if case .periods(let own, _) = target.composition { length = own }
        let deadline = deadline(of: target)
        return length.periods(in: target.window).filter { period in
            target.counts(for: period) && catalog.timetable.due(period, by: deadline) <= asOf
                && (unit == UnitTree.root || catalog.units.units[unit].isActive(in: period.range))
        }
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

    private func state(of assessment: Assessment, isOwed: Bool) -> PeriodRecord.State {
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
