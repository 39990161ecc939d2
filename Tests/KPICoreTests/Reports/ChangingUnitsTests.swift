import Testing

@testable import KPICore

/// Units that are opened or closed in the middle of the year.
struct ChangingUnitsTests {
    private let units = Samples.tree([
        Samples.unit("all", below: nil), Samples.unit("old", below: "all", to: "2021-04-15"),
        Samples.unit("new", below: "all", from: "2021-06-10"), Samples.unit("always", below: "all"),
    ])
    private let visits = Samples.target(allocation: ["old": 20, "new": 40, "always": 60])

    private func report(from unit: UnitID, _ month: String) -> Observation {
        Samples.report(from: unit, on: month, 5, at: "\(period(month).last)T09:00:00Z")
    }

    private func standing(of unit: UnitID, after month: String) -> Assessment.ReportStanding? {
        let found = Samples.assess(visits, [], asOf: Samples.after(month), units: units)
        return units.index(of: unit).flatMap { found.units[$0]?.report }
    }

    /// A period is asked for when the unit was there on any day of it.
    @Test func reportsAreAskedForTheMonthsOfAUnit() {
        let months = (1...9).map { "2021-0\($0)" }
        func missing(_ unit: UnitID) -> [String] {
            months.filter { standing(of: unit, after: $0)?.state == .missing }
        }
        #expect(missing("old") == ["2021-01", "2021-02", "2021-03", "2021-04"])
        #expect(missing("new") == ["2021-06", "2021-07", "2021-08", "2021-09"])
        #expect(missing("always") == months)
        #expect(standing(of: "old", after: "2021-05")?.state == .notExpected)
    }

    @Test func aUnitThatIsClosedOwesNothingMore() {
        #expect(standing(of: "old", after: "2021-03")?.nextDue == moment("2021-05-05T12:00:00Z"))
        #expect(standing(of: "old", after: "2021-04")?.nextDue == nil)
        #expect(standing(of: "new", after: "2021-02")?.nextDue == moment("2021-07-05T12:00:00Z"))
    }

    @Test func theRatesCountWhoWasThere() {
        let rate = Samples.target("rate", kind: .ratio, goal: .atLeast(1), source: .reporting(.timeliness))
        let facts = Samples.facts((1...7).map { report(from: "always", "2021-0\($0)") })
        let catalog = Samples.catalog([rate, visits], units: units)
        let parts = (1...7).map { month -> [Double?] in
            let found = Assessor(catalog, facts, asOf: Samples.after("2021-0\(month)")).assess(0).whole
            return [found.measurement?.numerator, found.measurement?.denominator]
        }
        #expect(parts == [[1, 2], [1, 2], [1, 2], [1, 2], [1, 1], [1, 2], [1, 2]])
        let may = ReportingStatus(catalog, facts, asOf: Samples.after("2021-05"))
        #expect((may.expected, may.exempt) == (1, 0) && may.missingByUnit.isEmpty)
        let june = ReportingStatus(catalog, facts, asOf: Samples.after("2021-06"))
        #expect(june.missingByUnit.map(\.unit) == ["new"])
    }

    /// What a unit did before it was closed goes on counting.
    @Test func figuresOfAUnitThatIsClosedStay() {
        let found = Samples.assess(
            visits, [report(from: "old", "2021-03"), report(from: "new", "2021-07")], asOf: Samples.after("2021-07"),
            units: units)
        #expect(found.whole.value == 10)
        #expect(found.units[1]?.value == 5 && found.units[2]?.value == 5)
    }
}
