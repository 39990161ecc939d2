/// Which reports of a target are asked for, and how each stands at a moment.
package struct ReportSchedule: Sendable {
    private let target: Target
    private let catalog: Catalog
    private let asOf: Instant
    /// The latest period of the edition whose deadline has come; nil before the first, and for targets without regular
    /// reports.
    package let judged: Period?
    private let judgedDue: Instant?
    /// The deadline that comes next, in the next edition where this one has no more; nil after the last window.
    package let nextDue: Instant?

    package init(_ target: Target, _ catalog: Catalog, asOf: Instant) {
        self.target = target
        self.catalog = catalog
        self.asOf = asOf
        guard let length = target.frequency.period, !target.reporters.isEmpty else {
            (judged, judgedDue, nextDue) = (nil, nil, nil)
            return
        }
        let latest = catalog.timetable.latestDue(length, by: target.deadline, at: asOf)
        let last = length.period(containing: target.window.last)
        let judged = min(latest, last)
        self.judged = target.holds(judged) ? judged : nil
        judgedDue = self.judged.map { catalog.timetable.due($0, by: target.deadline) }
        let next = max(latest.next, length.period(containing: target.window.first))
        nextDue =
            next <= last
            ? catalog.timetable.due(next, by: target.deadline)
            : catalog.successor(of: target).flatMap { next in
                let isAsked = next.frequency.period != nil && !next.reporters.isEmpty
                return isAsked ? catalog.timetable.firstJudgement(of: next, catalog.reporting.rhythm(of: next)) : nil
            }
    }

    /// How the report of a unit on a period stands.
    package func state(of unit: Unit, on period: Period, series: ReportSeries?) -> ReportState {
        guard target.reporters.contains(unit.id) else { return .notExpected }
        return state(ofAsked: unit, on: period, series: series)
    }

    /// The same for a unit of which it is known that it is asked.
    func state(ofAsked unit: Unit, on period: Period, series: ReportSeries?) -> ReportState {
        guard unit.isActive(in: period.range) else { return .notExpected }
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
