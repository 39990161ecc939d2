import Testing

@testable import KPICore

/// Completeness and timeliness of the reporting, in the status document and as targets of their own.
struct DisciplineTests {
    private let visits = Samples.target(allocation: ["north": 60, "south": 60])
    private let reports = [
        Samples.report(on: "2021-06", 5, at: "2021-07-05T12:00:00Z"),
        Samples.report(from: "south", on: "2021-06", 5, at: "2021-07-05T12:00:01Z"),
    ]

    private func rate(
        _ discipline: Source.Discipline, _ targets: [Target], _ reports: [Observation],
        asOf: Instant = moment("2021-07-06T00:00:00Z"), units: UnitTree = Samples.tree()
    ) -> TargetAssessment {
        let rate = Samples.target(
            "rate", kind: .ratio, goal: .atLeast(1), source: .reporting(discipline), policy: "pace")
        let catalog = Samples.catalog([rate] + targets, units: units)
        return Assessor(catalog, Samples.facts(reports), asOf: asOf).assess(0)
    }

    @Test func lateIsCompleteAndNotTimely() {
        #expect(rate(.completeness, [visits], reports).whole.value == 1)
        let timely = rate(.timeliness, [visits], reports)
        #expect(timely.whole.value == 0.5 && timely.units[1]?.value == 1 && timely.units[2]?.value == 0)
        #expect(timely.whole.measurement?.denominator == 2)
    }

    @Test func missingIsNeither() {
        let one = Array(reports.prefix(1))
        #expect(rate(.completeness, [visits], one).whole.value == 0.5)
        #expect(rate(.completeness, [visits], []).whole.value == 0)
    }

    @Test func whereNothingIsExpectedThereIsNoRate() {
        let event = Samples.target(allocation: ["north": 60], frequency: .event)
        #expect(rate(.completeness, [event], reports).whole.value == nil)
        #expect(rate(.completeness, [], []).whole.value == nil)
    }

    @Test func whoWasNotThereIsNotCounted() {
        let units = Samples.tree([
            Samples.unit("all", below: nil), Samples.unit("north", below: "all"),
            Samples.unit("south", below: "all", to: "2021-05-31"),
        ])
        let whole = rate(.completeness, [visits], Array(reports.prefix(1)), units: units).whole
        #expect(whole.value == 1 && whole.measurement?.denominator == 1)
    }

    @Test func quartersAreExpectedInTheMonthThatEndsThem() {
        let stock = Samples.target("stock", allocation: ["north": 60], frequency: .every(.quarter))
        #expect(rate(.completeness, [visits, stock], reports).whole.measurement?.denominator == 3)
        let august = rate(.completeness, [visits, stock], reports, asOf: moment("2021-09-06T00:00:00Z"))
        #expect(august.whole.measurement?.denominator == 2)
    }

    @Test func theStatusDocumentCountsTheLatestPeriodOfEachTarget() {
        let stock = Samples.target("stock", allocation: ["north": 60], frequency: .every(.quarter))
        let asOf = moment("2021-09-06T00:00:00Z")
        let catalog = Samples.catalog([visits, stock])
        let august = Samples.report(on: "2021-08", 5, at: "2021-09-02T00:00:00Z")
        let status = ReportingStatus(catalog, Samples.facts(reports + [august]), asOf: asOf)
        #expect((status.expected, status.onTime, status.late, status.missing) == (3, 1, 0, 2))
        #expect(near(status.completeness, 0.333333) && near(status.timeliness, 0.333333))
        #expect(status.missingByUnit.map(\.unit) == ["north", "south"])
        #expect(status.missingByUnit.map { $0.reports.map(\.target) } == [["stock"], ["visits"]])
        #expect(status.missingByUnit.first?.reports.first?.period == "2021Q2")
        #expect(status.missingByUnit.first?.reports.first?.due == "2021-07-05T12:00:00+00:00")
    }

    @Test func nothingExpectedIsUnknownAndNotAll() {
        let status = ReportingStatus(Samples.catalog([visits]), Facts(), asOf: moment("2021-01-02T00:00:00Z"))
        #expect(status.expected == 0 && status.completeness == nil && status.timeliness == nil)
    }
}
