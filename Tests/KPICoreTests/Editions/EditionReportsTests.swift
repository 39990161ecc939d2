import Testing

@testable import KPICore

/// What is asked of units over the turn of a year is asked once.
struct EditionReportsTests {
    private let visits = [Samples.visits(), Samples.visits(240, in: Samples.year2022)]

    private func rate(
        _ targets: [Target], _ reports: [Observation], asOf: String, every length: PeriodLength = .month
    ) -> Assessment {
        let rate = Samples.target(
            "rate", kind: .ratio, goal: .atLeast(1), window: Samples.year2022, frequency: .every(length),
            source: .reporting(.completeness))
        return Assessor(Samples.catalog([rate] + targets), Samples.facts(reports), asOf: moment(asOf)).assess(0).whole
    }

    @Test func aMonthIsAskedForByItsOwnYear() {
        let january = [Samples.report(on: "2022-01", 5, at: "2022-02-01T00:00:00Z")]
        let found = rate(visits, january, asOf: "2022-02-10T00:00:00Z")
        #expect(found.measurement?.denominator == 2 && found.value == 0.5)
    }

    /// The week from 27 December to 2 January, asked of one unit, ends in the January that is judged, with four others.
    @Test func aWeekOverTheTurnOfTheYearIsAskedForOnce() {
        let weekly = [Samples.year, Samples.year2022].map {
            Samples.target("weekly", window: $0, allocation: ["north": 120], frequency: .every(.week))
        }
        let week = [Samples.report("weekly", on: "2021-W52", 5, at: "2022-01-03T00:00:00Z")]
        let found = rate(weekly, week, asOf: "2022-02-10T00:00:00Z")
        #expect(found.measurement?.denominator == 5 && found.measurement?.numerator == 1)
    }

    @Test func andCountsOnce() {
        let weekly = [Samples.year, Samples.year2022].map {
            Samples.target("weekly", window: $0, allocation: ["north": 120], frequency: .every(.week))
        }
        let reports = ["2021-W52", "2022-W01"].map {
            Samples.report("weekly", on: $0, 5, at: "2022-01-11T00:00:00Z")
        }
        let assessor = Assessor(
            Samples.catalog(weekly), Samples.facts(reports), asOf: moment("2022-01-20T00:00:00Z"))
        #expect([0, 1].map { assessor.assess($0).whole.value } == [5, 5])
        let shown = { (text: String) in
            Samples.status(Samples.catalog(weekly), Samples.facts(reports), asOf: text).targets.map(\.edition.from)
        }
        #expect(shown("2022-01-12T11:59:59Z") == ["2021-01-01"], "its week is the last of the old year")
        #expect(shown("2022-01-12T12:00:00Z") == ["2022-01-01"])
    }

    @Test func theStatusCountsTheEditionInForce() {
        let catalog = Samples.catalog(visits)
        let reports = [Samples.report(on: "2021-12", 5, at: "2022-01-05T00:00:00Z")]
        let january = ReportingStatus(catalog, Samples.facts(reports), asOf: moment("2022-01-20T00:00:00Z"))
        #expect((january.expected, january.onTime, january.missing) == (2, 1, 1))
        #expect(january.missingByUnit.flatMap(\.reports).map(\.period) == ["2021-12"])
        let february = ReportingStatus(catalog, Samples.facts(reports), asOf: moment("2022-02-20T00:00:00Z"))
        #expect((february.expected, february.missing) == (2, 2))
        #expect(february.missingByUnit.flatMap(\.reports).map(\.period) == ["2022-01", "2022-01"])
    }

    @Test func aContradictionInAClosedYearDoesNotDarkenTheNext() {
        let reports = [
            Samples.report(on: "2021-12", 5, at: "2022-01-03T00:00:00Z"),
            Samples.report(on: "2021-12", 6, at: "2022-01-04T00:00:00Z"),
        ]
        let assessor = Assessor(Samples.catalog(visits), Samples.facts(reports), asOf: moment("2022-02-20T00:00:00Z"))
        #expect([0, 1].map { assessor.assess($0).whole.report.isInConflict } == [true, false])
    }
}
