/// Looks at a target's reports for an assessment: unit by unit, and as a whole.
struct ReportLook {
    /// By unit.
    let standings: [Assessment.ReportStanding]
    /// The worst of the units' states, the latest of their reports, the earliest of their deadlines.
    let whole: Assessment.ReportStanding

    /// `series` are those of the target, by unit.
    init(_ target: Target, _ catalog: Catalog, _ series: [ReportSeries?], _ findings: FindingBook, asOf: Instant) {
        let units = catalog.units
        let schedule = ReportSchedule(target, catalog, asOf: asOf)
        var isAsked = [Bool](repeating: false, count: units.units.count)
        for id in target.reporters {
            if let unit = units.index(of: id) { isAsked[unit] = true }
        }
        let isOdd = findings.speaks(of: target.id)
        standings = units.units.indices.map { unit in
            var state: ReportState?
            if isAsked[unit], let period = schedule.judged {
                state = schedule.state(ofAsked: units.units[unit], on: period, series: series[unit])
            }
            let odd =
                isOdd
                ? findings.counts(target.id, units.units[unit].id, asOf: asOf, in: target.holds)
                : (doubts: 0, refusals: 0)
            return Assessment.ReportStanding(
                state: state, last: series[unit]?.latestReport(asOf: asOf),
                nextDue: isAsked[unit] ? schedule.nextDue(ofAsked: units.units[unit]) : nil,
                isInConflict: series[unit]?.hasConflict(asOf: asOf, on: target.holds) ?? false,
                doubts: odd.doubts, refusals: odd.refusals)
        }
        let order: [ReportState] = [.missing, .dueSoon, .notDue, .late, .onTime, .exempt, .notExpected]
        let states = Set(standings.compactMap(\.state))
        whole = Assessment.ReportStanding(
            state: order.first(where: states.contains), last: standings.compactMap(\.last).max(),
            nextDue: standings.compactMap(\.nextDue).min(),
            isInConflict: standings.contains(where: \.isInConflict),
            doubts: standings.reduce(0) { $0 + $1.doubts }, refusals: standings.reduce(0) { $0 + $1.refusals })
    }
}
