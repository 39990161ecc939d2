import Testing

@testable import KPICore

/// How a report stands. June's is due on Monday 5 July at noon; from Thursday the 1st on it is due soon.
struct ReportStateTests {
    private let target = Samples.target(allocation: ["north": 60])

    private func state(
        _ submitted: String?, asOf: String, of unit: Unit = Samples.unit("north", below: "all"), value: Double? = 5
    ) -> ReportState {
        let reports = submitted.map { [Samples.report(on: "2021-06", value, at: $0)] } ?? []
        let schedule = ReportSchedule(target, Samples.catalog([target]), asOf: moment(asOf))
        let series = Samples.facts(reports).reports.series(of: "visits", from: "north")
        return schedule.state(of: unit, on: period("2021-06"), series: series)
    }

    @Test(
        arguments: [
            ("2021-06-20T00:00:00Z", ReportState.onTime), ("2021-07-05T12:00:00Z", .onTime),
            ("2021-07-05T12:00:00.001Z", .late), ("2021-07-20T00:00:00Z", .late),
        ] as [(String, ReportState)])
    func aStampExactlyAtTheDeadlineIsOnTime(submitted: String, expected: ReportState) {
        #expect(state(submitted, asOf: "2021-08-01T00:00:00Z") == expected)
    }

    @Test(
        arguments: [
            ("2021-06-30T23:59:59Z", ReportState.notDue), ("2021-07-01T00:00:00Z", .dueSoon),
            ("2021-07-05T11:59:59Z", .dueSoon), ("2021-07-05T12:00:00Z", .missing), ("2021-09-01T00:00:00Z", .missing),
        ] as [(String, ReportState)])
    func withoutAReportItDependsOnTheHour(asOf: String, expected: ReportState) {
        #expect(state(nil, asOf: asOf) == expected)
        #expect(state("2021-09-02T00:00:00Z", asOf: asOf) == expected, "what comes later is not known")
    }

    @Test func aRetractionIsNoReport() {
        #expect(state("2021-07-01T00:00:00Z", asOf: "2021-08-01T00:00:00Z", value: nil) == .missing)
    }

    @Test func aCorrectionMakesNobodyLate() {
        let reports = [
            Samples.report(on: "2021-06", 5, at: "2021-07-02T00:00:00Z"),
            Samples.report(on: "2021-06", 6, revision: 2, at: "2021-07-20T00:00:00Z"),
        ]
        let result = Samples.assess(target, reports, asOf: moment("2021-08-01T00:00:00Z"))
        #expect(result.units[1]?.report.state == .onTime)
        #expect(result.units[1]?.report.last == moment("2021-07-20T00:00:00Z"))
    }

    @Test(
        arguments: [
            ("2021-07-01", nil, ReportState.notExpected), ("2021-06-30", nil, .missing),
            (nil, "2021-05-31", .notExpected),
            (nil, "2021-06-01", .missing),
        ] as [(String?, String?, ReportState)])
    func aUnitThatWasNotThereIsNotAsked(from: String?, to: String?, expected: ReportState) {
        let unit = Samples.unit("north", below: "all", from: from, to: to)
        #expect(state(nil, asOf: "2021-08-01T00:00:00Z", of: unit) == expected)
    }

    @Test func whoIsNotAReporterIsNotAsked() {
        #expect(state(nil, asOf: "2021-08-01T00:00:00Z", of: Samples.unit("south", below: "all")) == .notExpected)
    }

    @Test(
        arguments: [
            ("2021-01-10T00:00:00Z", nil, "2021-02-03"), ("2021-02-03T12:00:00Z", "2021-01", "2021-03-03"),
            ("2021-12-31T00:00:00Z", "2021-11", "2022-01-05"), ("2022-03-01T00:00:00Z", "2021-12", nil),
        ] as [(String, String?, String?)])
    func theJudgedPeriodAndTheNextDeadline(asOf: String, judged: String?, next: String?) {
        let schedule = ReportSchedule(target, Samples.catalog([target]), asOf: moment(asOf))
        #expect(schedule.judged == judged.map(period))
        #expect(schedule.nextDue(of: Samples.unit("north", below: "all")) == next.map { moment("\($0)T12:00:00Z") })
    }

    @Test func eventsExpectNoReport() {
        let event = Samples.target(allocation: ["north": 60], frequency: .event)
        let result = Samples.assess(event, [], asOf: moment("2021-08-01T00:00:00Z"))
        #expect(result.whole.report.state == nil && result.units[1]?.report.nextDue == nil)
    }

    @Test func theWholeIsAsBadAsItsWorstUnit() {
        let target = Samples.target(allocation: ["north": 60, "south": 60])
        let report = Samples.report(on: "2021-06", 5, at: "2021-07-02T00:00:00Z")
        let asOf = moment("2021-08-01T00:00:00Z")
        let one = Samples.assess(target, [report], asOf: asOf)
        #expect(one.whole.report.state == .missing && one.units[1]?.report.state == .onTime)
        let late = Samples.report(from: "south", on: "2021-06", 5, at: "2021-07-22T00:00:00Z")
        #expect(Samples.assess(target, [report, late], asOf: asOf).whole.report.state == .late)
    }
}
