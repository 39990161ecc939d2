import Testing

@testable import KPICore

/// Units that need not report for a while: they are neither late nor missing, and nobody waits for them.
struct ExemptionTests {
    private static let flood = Exemption(
        unit: "south", from: day("2021-05-01"), to: day("2021-07-31"), reason: "flood")

    private func target(
        _ exemptions: [Exemption] = [flood], every length: PeriodLength = .month
    ) -> Target {
        Samples.target(
            allocation: ["north": 60, "south": 60], frequency: .every(length), exemptions: exemptions)
    }

    private func report(from unit: UnitID = "north", _ month: String) -> Observation {
        Samples.report(from: unit, on: month, 5, at: "\(period(month).last)T09:00:00Z")
    }

    private func states(
        _ target: Target, _ reports: [Observation] = [], asOf: Instant
    ) -> [ReportState?] {
        Samples.assess(target, reports, asOf: asOf).units.map { $0?.report.state }
    }

    @Test(
        arguments: [
            ("2021-04", .missing), ("2021-05", .exempt), ("2021-07", .exempt), ("2021-08", .missing),
        ] as [(String, ReportState)])
    func itHoldsForThePeriodsThatEndWithinIt(month: String, expected: ReportState) {
        #expect(states(target(), asOf: Samples.after(month)) == [.missing, .missing, expected])
    }

    /// A quarter that ends in the exemption is free, whenever it began; one that only begins in it is not.
    @Test func longerPeriodsGoByTheirEnd() {
        let quarterly = target(every: .quarter)
        #expect(states(quarterly, asOf: moment("2021-08-01T00:00:00Z"))[2] == .exempt)
        #expect(states(quarterly, asOf: moment("2021-11-01T00:00:00Z"))[2] == .missing)
    }

    @Test func withoutADayItIsWithoutEnd() {
        for exemption in [Exemption(unit: "south"), Exemption(unit: "south", from: day("2021-06-30"))] {
            let found = states(target([exemption]), [report("2021-06")], asOf: Samples.after("2021-06"))
            #expect(found == [.onTime, .onTime, .exempt], "and the whole does not wait for it")
        }
    }

    /// A figure that came anyway counts, and makes nobody punctual.
    @Test func aFigureThatCameAnywayCounts() {
        let reports = [report("2021-06"), report(from: "south", "2021-06")]
        let found = Samples.assess(target(), reports, asOf: Samples.after("2021-06"))
        #expect(found.whole.value == 10 && found.units[2]?.value == 5)
        #expect(found.units[2]?.report.state == .exempt)
    }

    @Test func theNextReportIsTheFirstThatIsNotFree() {
        let found = Samples.assess(target(), [], asOf: Samples.after("2021-05"))
        #expect(found.units[1]?.report.nextDue == moment("2021-07-05T12:00:00Z"))
        #expect(found.units[2]?.report.nextDue == moment("2021-09-03T12:00:00Z"))
        #expect(found.whole.report.nextDue == moment("2021-07-05T12:00:00Z"))
        let all = target([Exemption(unit: "north"), Exemption(unit: "south")])
        #expect(Samples.assess(all, [], asOf: Samples.after("2021-05")).whole.report.nextDue == nil)
    }

    /// A unit that is free for the rest of a year is asked again in the next.
    @Test func theNextReportMayBeOfTheNextEdition() {
        let rest = target([Exemption(unit: "south", from: day("2021-10-01"))])
        let next = Samples.target(window: days("2022-01-01", "2022-12-31"), allocation: ["north": 60, "south": 60])
        let found = Assessor(Samples.catalog([rest, next]), Facts(), asOf: Samples.after("2021-10")).assess(0)
        #expect(found.units[1]?.report.nextDue == moment("2021-12-03T12:00:00Z"))
        #expect(found.units[2]?.report.nextDue == moment("2022-02-03T12:00:00Z"))
    }

    @Test func theReportingIsCompleteWithoutThem() throws {
        let catalog = Samples.catalog([target()])
        let status = ReportingStatus(
            catalog, Samples.facts([report("2021-06")]), asOf: Samples.after("2021-06"))
        #expect((status.expected, status.onTime, status.missing, status.exempt) == (1, 1, 0, 1))
        #expect(status.completeness == 1 && status.timeliness == 1 && status.missingByUnit.isEmpty)
        let none = ReportingStatus(
            Samples.catalog([target([Exemption(unit: "north"), Exemption(unit: "south")])]), Facts(),
            asOf: Samples.after("2021-06"))
        #expect(none.expected == 0 && none.completeness == nil)
    }

    @Test func theRateOfTheReportingLeavesThemOut() {
        let rate = Samples.target("rate", kind: .ratio, goal: .atLeast(1), source: .reporting(.completeness))
        let catalog = Samples.catalog([rate, target()])
        func measured(_ month: String) -> Measurement? {
            Assessor(catalog, Samples.facts([report("2021-06")]), asOf: Samples.after(month)).assess(0).whole
                .measurement
        }
        #expect(measured("2021-06")?.numerator == 1 && measured("2021-06")?.denominator == 1)
        #expect(measured("2021-08")?.numerator == 0 && measured("2021-08")?.denominator == 2)
    }

    /// The alert about a report that is missing does not fire for one that is not expected, and ends with the last that was.
    @Test func rulesDoNotMissThem() {
        let rule = Samples.rule("missing", each: .unit, when: [.warning: "report_state == \"missing\""])
        let catalog = Samples.catalog([target()], rules: [rule])
        let reports = (1...8).map { report("2021-0\($0)") }
        let found = Evaluator(catalog, Samples.facts(reports)).advance(
            EvaluationState(), to: Samples.after("2021-08"))
        #expect(
            found.transitions.map(\.line) == [
                "2021-02-03T12:00:00+00:00 missing/visits/south inactive -> firing warning (condition_held)",
                "2021-06-03T12:00:00+00:00 missing/visits/south firing -> resolved warning (condition_cleared)",
                "2021-09-03T12:00:00+00:00 missing/visits/south resolved -> firing warning (condition_held)",
            ])
    }
}
