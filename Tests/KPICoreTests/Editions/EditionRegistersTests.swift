import Testing

@testable import KPICore

/// A register goes on over the years; each edition counts what is its own.
struct EditionRegistersTests {
    private static let measure = RegisterMeasure(
        register: "needs", environment: RegisterVariables.environment(of: Samples.needs, Samples.utc), part: "unit")
    private let rows = [
        Samples.need("a", opened: day("2021-03-10"), in: "north"),
        Samples.need("b", opened: day("2021-05-10"), in: "south"),
        Samples.need("c", opened: day("2022-02-10"), in: "north"),
    ]

    /// The values of 2021 and 2022, at the end of March 2022.
    private func values(_ kind: Kind, _ composition: Composition?) -> [Double?] {
        let targets = [Samples.year, Samples.year2022].map {
            Samples.target(
                kind: kind, goal: .atLeast(1), window: $0, source: .register(Self.measure), composition: composition,
                reporters: [])
        }
        let catalog = Samples.catalog(targets, registers: [Samples.needs])
        let assessor = Assessor(catalog, Samples.facts([], rows), asOf: moment("2022-04-10T00:00:00Z"))
        return [0, 1].map { assessor.assess($0).whole.value }
    }

    @Test func eventsAreThoseOfTheYear() {
        #expect(values(.count, nil) == [2, 1])
    }

    @Test func whatWasReachedLastYearIsToBeReachedAgain() {
        let members = ["north", "south"].map { Members.Member(id: $0, label: Label($0)) }
        #expect(values(.coverage, .members(.listed(members), atLeast: 1)) == [1, 0.5])
    }

    @Test func aStageThatWasDoneLastYearIsNotDoneYet() {
        let stages = [
            Stage(id: "north", label: Label("north"), due: day("2022-06-30")),
            Stage(id: "south", label: Label("south"), due: day("2022-12-31")),
        ]
        #expect(values(.milestone, .stages(stages)) == [1, 0.5])
    }
}
