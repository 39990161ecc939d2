import Testing

@testable import KPICore

/// Cumulative figures go on over the turn of the year, and each year counts what it brought.
struct CarriedStockTests {
    private func catalog(_ first: OpeningStock = .known(100)) -> Catalog {
        Samples.catalog([
            Samples.visits(form: .cumulative, stock: first),
            Samples.visits(in: Samples.year2022, form: .cumulative, stock: .carried),
            Samples.visits(in: days("2023-01-01", "2023-12-31"), form: .cumulative, stock: .carried),
        ])
    }

    private func values(
        _ catalog: Catalog, _ reports: [Observation], asOf: String = "2023-03-10T00:00:00Z"
    ) -> [[Double?]] {
        let assessor = Assessor(catalog, Samples.facts(reports), asOf: moment(asOf))
        return catalog.targets.indices.map { assessor.assess($0).units.map { $0?.value } }
    }

    private let north = [
        Samples.report(on: "2021-12", 130, form: .cumulative, at: "2022-01-03T00:00:00Z"),
        Samples.report(on: "2022-12", 190, form: .cumulative, at: "2023-01-03T00:00:00Z"),
        Samples.report(on: "2023-01", 200, form: .cumulative, at: "2023-02-01T00:00:00Z"),
    ]

    @Test func eachYearCountsWhatItBrought() {
        #expect(values(catalog(), north) == [[30, 30, nil], [60, 60, nil], [10, 10, nil]])
    }

    @Test func eachUnitCarriesItsOwn() {
        let south = [
            Samples.report(from: "south", on: "2021-12", 101, form: .cumulative, at: "2022-01-03T00:00:00Z"),
            Samples.report(from: "south", on: "2022-12", 111, form: .cumulative, at: "2023-01-03T00:00:00Z"),
        ]
        #expect(values(catalog(), north + south) == [[31, 30, 1], [70, 60, 10], [10, 10, nil]])
    }

    /// What nobody told of 2021 cannot be taken off the figures of 2022.
    @Test func whatIsUnknownStaysUnknown() {
        let late = Array(north.dropFirst()) + [Samples.report(on: "2022-03", 5, at: "2022-04-01T00:00:00Z")]
        #expect(values(catalog(), late) == [[nil, nil, nil], [nil, nil, nil], [nil, nil, nil]])
        let deltas = [Samples.report(on: "2022-03", 5, at: "2022-04-01T00:00:00Z")]
        #expect(values(catalog(), deltas)[1] == [5, 5, nil], "what was added is known all the same")
    }

    @Test func aYearOfMonthFiguresCarriesTheirSum() {
        let months = [
            Samples.report(on: "2021-03", 10, at: "2021-04-01T00:00:00Z"),
            Samples.report(on: "2021-11", 20, at: "2021-12-01T00:00:00Z"),
        ]
        #expect(values(catalog(), months + north.dropFirst())[1] == [60, 60, nil])
    }

    @Test func boundsAreCarriedToo() {
        let about = Samples.bounded(
            on: "2021-12", Quantity(lower: 130, upper: 139), form: .cumulative, at: "2022-01-03T00:00:00Z")
        let found = Assessor(catalog(), Samples.facts([about, north[1]]), asOf: moment("2023-02-01T00:00:00Z"))
            .assess(1).units[1]
        #expect(found?.measurement?.value == Quantity(lower: 51, upper: 60))
    }

    /// The end of 2021 is corrected in the summer of 2022: what 2022 has brought is less by that, from then on.
    @Test func aCorrectionOfTheOldYearMovesTheNewOne() {
        let corrected = Samples.report(
            on: "2021-12", 140, form: .cumulative, revision: 2, at: "2022-07-20T08:00:00Z")
        let june = Samples.report(on: "2022-06", 160, form: .cumulative, at: "2022-07-01T00:00:00Z")
        let reports = Array(north.prefix(1)) + [june, corrected]
        #expect(values(catalog(), reports, asOf: "2022-07-20T07:59:59Z")[1] == [30, 30, nil])
        #expect(values(catalog(), reports, asOf: "2022-07-20T08:00:00Z")[1] == [20, 20, nil])
        let ruled = Samples.catalog(
            catalog().targets, rules: [Samples.rule("few", when: [.warning: "value < 25"], clear: "value >= 25")])
        #expect(
            Samples.lines(ruled, Samples.facts(reports), to: "2022-08-01T00:00:00Z").last
                == "2022-07-20T08:00:00+00:00 few/visits/all inactive -> firing warning (data_corrected)",
            "it is judged when it comes")
    }
}
