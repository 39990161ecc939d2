import Testing

@testable import KPICore

/// A goal that is changed in mid-year.
struct VersionTests {
    private let catalog = Samples.catalog(
        [
            Samples.visits(120),
            Samples.visits(240, validity: Validity(from: day("2021-07-01"), reason: "the city asks for more")),
        ],
        rules: [Samples.rule("low", when: [.warning: "pace_ratio < 0.9"])])
    private let facts = Samples.facts([Samples.report(on: "2021-06", 60, at: "2021-07-01T00:00:00Z")])

    private func visits(_ text: String) throws -> TargetStatus {
        let document = Samples.status(catalog, facts, asOf: text)
        #expect(document.targets.count == 1)
        return try #require(document.targets.first)
    }

    @Test func theVersionIsThatOfTheJudgedDay() throws {
        let june = try visits("2021-08-04T11:59:59Z")
        #expect(june.whole.ref == "2021-06-30" && june.whole.goal == 120 && june.edition.changedOn == nil)
        let july = try visits("2021-08-04T12:00:00Z")
        #expect(july.whole.ref == "2021-07-31" && july.whole.goal == 240)
        #expect(july.edition.changedOn == "2021-07-01" && july.edition.reason == "the city asks for more")
        #expect(july.whole.value == 60, "what was done before counts")
        #expect(july.past.isEmpty, "the year goes on")
    }

    @Test func alertsGoOn() {
        let before = Samples.report(on: "2021-06", 40, revision: 2, at: "2021-07-05T15:00:00Z")
        #expect(
            Samples.lines(catalog, facts, to: "2021-09-01T00:00:00Z") == [
                "2021-08-04T12:00:00+00:00 low/visits/all inactive -> firing warning (condition_held)"
            ])
        let open = Samples.facts([Samples.report(on: "2021-06", 60, at: "2021-07-01T00:00:00Z"), before])
        #expect(
            Samples.lines(catalog, open, to: "2021-09-01T00:00:00Z") == [
                "2021-07-05T15:00:00+00:00 low/visits/all inactive -> firing warning (data_corrected)"
            ], "and are not closed when the goal changes")
    }

    @Test func aReportIsAskedForOnce() throws {
        let rate = Samples.target("rate", kind: .ratio, goal: .atLeast(1), source: .reporting(.completeness))
        let both = Samples.catalog(catalog.targets + [rate])
        let found = Assessor(both, facts, asOf: moment("2021-09-10T00:00:00Z")).assess(2).whole
        #expect(found.measurement?.denominator == 2 && found.value == 0, "two units, of which none reported on August")
    }
}
