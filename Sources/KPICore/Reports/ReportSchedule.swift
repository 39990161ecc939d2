/// Which reports of a target are asked for, and how each stands at a moment.
package struct ReportSchedule: Sendable {
    private let target: Target
    private let catalog: Catalog
    private let asOf: Instant
    /// The latest period of the edition whose deadline has come; nil before the first, and for targets without regular
    /// reports.
    package let judged: Period?
    private let judgedDue: Instant?
    /// The period of the edition whose deadline comes next, and that deadline; nil after the last.
    private let next: (period: Period, due: Instant)?

    package init(_ target: Target, _ catalog: Catalog, asOf: Instant) {
        self.target = target
        self.catalog = catalog
        self.asOf = asOf
        guard let length = target.frequency.period, !target.reporters.isEmpty else {
            (judged, judgedDue) = (nil, nil)
            next = nil
            return
        }
        let latest = catalog.timetable.latestDue(length, by: target.deadline, at: asOf)
        let last = length.period(containing: target.window.last)
        let judged = min(latest, last)
        self.judged = target.holds(judged) ? judged : nil
        judgedDue = self.judged.map { catalog.timetable.due($0, by: target.deadline) }
        let next = max(latest.next, length.period(containing: target.window.first))
        self.next = next <= last ? (next, catalog.timetable.due(next, by: target.deadline)) : nil
    }

    /// The deadline that comes next for a unit, in a later edition where this one has no more for it; nil when no further
    /// report is expected of it.
    package func nextDue(of unit: Unit) -> Instant? {
        target.reporters.contains(unit.id) ? nextDue(ofAsked: unit) : nil
    }

    /// The same for a unit of which it is known that it is asked.
    func nextDue(ofAsked unit: Unit) -> Instant? {
        if let next {
            guard freedom(of: unit, on: next.period) != nil else { return next.due }
            let due = Self.due(of: unit, from: next.period.next, in: target, catalog.timetable)
            if let due { return due }
        }
        var edition = target
        while let later = catalog.successor(of: edition) {
            let due = later.frequency.period.flatMap {
                Self.due(of: unit, from: $0.period(containing: later.window.first), in: later, catalog.timetable)
            }
            if let due { return due }
            edition = later
        }
        return nil
    }

    /// The deadline of the first report that a unit owes on periods of an edition.
    private static func due(
        of unit: Unit, from first: Period, in target: Target, _ timetable: Timetable
    ) -> Instant? {
        guard target.reporters.contains(unit.id) else { return nil }
        var period = first
        while period.first <= target.window.last {
            let isOwed = target.holds(period) && unit.isActive(in: period.range) && !target.isExempt(unit, on: period)
            if isOwed { return timetable.due(period, by: target.deadline) }
            period = period.next
        }
        return nil
    }

    /// Why a unit need not report on a period; nil: it has to.
    private func freedom(of unit: Unit, on period: Period) -> ReportState? {
        guard unit.isActive(in: period.range) else { return .notExpected }
        return target.isExempt(unit, on: period) ? .exempt : nil
    }

    /// How the report of a unit on a period stands. One that need not come is not asked for, even where it came.
    package func state(of unit: Unit, on period: Period, series: ReportSeries?) -> ReportState {
        guard target.reporters.contains(unit.id) else { return .notExpected }
        return state(ofAsked: unit, on: period, series: series)
    }

    /// The same for a unit of which it is known that it is asked.
    func state(ofAsked unit: Unit, on period: Period, series: ReportSeries?) -> ReportState {
        if let freedom = freedom(of: unit, on: period) { return freedom }
        let deadline =
            period == judged ? judgedDue ?? asOf : catalog.timetable.due(period, by: target.deadline)
        if let first = series?.firstReport(on: period, asOf: asOf) {
            return first <= deadline ? .onTime : .late
        }
        if asOf >= deadline { return .missing }
        let calendar = catalog.timetable.calendar
        let reminder = calendar.workingDay(catalog.reporting.dueSoon, before: catalog.timetable.date(of: deadline))
        return asOf >= catalog.timetable.start(of: reminder) ? .dueSoon : .notDue
    }
}
