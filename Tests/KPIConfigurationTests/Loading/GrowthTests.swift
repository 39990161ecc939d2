import Diagnostics
import KPICore
import Testing

@testable import KPIConfiguration

/// Targets that a method judges, and what is told of the mistakes in them.
struct GrowthTests {
    private static let text = """
        section: Years
        window: {from: 2015-01-01, to: 2030-12-31}
        targets:
          - id: poverty
            label: {zh: 贫困率, en: Poverty}
            kind: level
            method: sdg-cagr
            growth: {base_year: 2016}
            goal: {at_most: 7.25, due: 2029-12-31}
            frequency: yearly
            reporters: [depot]
          - id: resilience
            label: {zh: 韧性, en: Resilience}
            kind: ratio
            method: sdg-cagr
            growth: {limit: 100%}
            direction: increase
            frequency: yearly
            reporters: [depot]
          - id: waiting
            label: {zh: 等候, en: Waiting}
            kind: ratio
            accumulates: false
            goal: {at_least: 95%}
            policy: kept
            frequency: monthly
            reporters: [depot]
        """

    private func depot(_ edits: [(from: String, to: String)]) throws -> Depot {
        let depot = try Depot()
        try depot.write(Self.text, to: "config/targets/years.yaml")
        for edit in edits { try depot.replace(edit.from, with: edit.to, in: "config/targets/years.yaml") }
        return depot
    }

    private func target(_ id: TargetID, _ edits: [(from: String, to: String)] = []) throws -> Target {
        let (configuration, diagnostics) = try depot(edits).load()
        #expect(diagnostics.map(\.message) == [])
        return try #require(configuration?.catalog[id])
    }

    @Test func aNumberToReach() throws {
        let poverty = try target("poverty")
        #expect(poverty.growth == GrowthTerms(baseYear: 2016) && poverty.policy == "sdg-cagr")
        #expect(poverty.goal == .atMost(7.25) && poverty.direction == .decrease && poverty.due.year == 2029)
        #expect(poverty.baseline == nil)
    }

    @Test func aDirectionAlone() throws {
        let resilience = try target("resilience")
        #expect(resilience.growth == GrowthTerms(baseYear: 2015, limit: 1), "the window's first year; 100% is 1")
        #expect(resilience.goal == .rising && resilience.direction == .increase)
        let falling = try target("resilience", [("direction: increase", "direction: decrease")])
        #expect(falling.goal == .falling && falling.direction == .decrease)
        let without = try target("resilience", [("    growth: {limit: 100%}\n", "")])
        #expect(without.growth == GrowthTerms(baseYear: 2015))
    }

    @Test func periodsThatStandForThemselves() throws {
        let waiting = try target("waiting")
        #expect(!waiting.accumulates && waiting.form == .level && waiting.growth == nil)
        #expect(try target("poverty").accumulates)
    }

    struct Case: CustomTestStringConvertible, Sendable {
        let from: String
        let to: String
        let told: String
        var testDescription: String { to }

        init(_ from: String, _ to: String, _ told: String) { (self.from, self.to, self.told) = (from, to, told) }
    }

    static let mistakes = [
        Case(
            "method: sdg-cagr\n    growth: {base_year", "method: sdg-cagar\n    growth: {base_year", "7:13 unknown-word"
        ),
        Case(
            "    method: sdg-cagr\n    growth: {base_year: 2016}\n", "    growth: {}\n    policy: kept\n",
            "7:5 misplaced-key"),
        Case("kind: level", "kind: count", "7:5 misplaced-key"),
        Case("base_year: 2016", "baseyear: 2016", "8:14 unknown-key"),
        Case("base_year: 2016", "base_year: 2014", "8:25 bad-value"),
        Case("base_year: 2016", "base_year: 2030", "8:25 bad-value"),
        Case("due: 2029-12-31", "due: 2016-12-31", "9:32 bad-value"),
        Case("{at_most: 7.25, due: 2029-12-31}", "{not_rising: 4 periods}", "9:11 bad-goal"),
        Case("{at_most: 7.25, due: 2029-12-31}", "{between: [2, 3]}", "9:11 bad-goal"),
        Case(
            "yearly\n    reporters: [depot]\n  - id: res", "monthly\n    reporters: [depot]\n  - id: res",
            "10:16 bad-value"),
        Case("growth: {base_year: 2016}", "policy: kept", "8:5 misplaced-key"),
        Case("growth: {base_year: 2016}", "baseline: 14", "8:5 misplaced-key"),
        Case("growth: {base_year: 2016}", "curve: linear", "8:5 misplaced-key"),
        Case("{base_year: 2016}", "{base_year: 2016, limit: 100}", "8:38 bad-value"),
        Case("limit: 100%", "limit: 0", "16:21 bad-value"),
        Case("limit: 100%", "limit: 100", "16:21 bad-value"),
        Case("    direction: increase\n", "", "15:13 missing-key"),
        Case("direction: increase", "direction: maintain", "17:16 bad-value"),
        Case("direction: increase", "direction: increse", "17:16 unknown-word"),
        Case("direction: increase", "form: delta\n    direction: increase", "17:11 bad-value"),
        Case("accumulates: false", "accumulates: no", "23:18 wrong-type"),
        Case("accumulates: false", "accumulates: false\n    form: cumulative", "23:5 bad-value"),
        Case("accumulates: false", "accumulates: false\n    reporting: timeliness", "23:5 misplaced-key"),
        Case("monthly", "event", "23:5 bad-value"),
        Case("ratio\n    accumulates", "rank\n    accumulates", "23:5 misplaced-key"),
    ]

    @Test(arguments: mistakes)
    func everyMistakeHasItsPlace(mistake: Case) throws {
        let (configuration, diagnostics) = try depot([(mistake.from, mistake.to)]).load()
        #expect(configuration == nil)
        let told = diagnostics.filter { $0.severity == .error }.map { error in
            let start = error.place.map { $0.source.position(of: $0.span.lower) }
            return "\(start?.line ?? 0):\(start?.column ?? 0) \(error.id.name)"
        }
        #expect(told.first == mistake.told, "\(told) \(diagnostics.map { "\($0.message) (\($0.label))" })")
        #expect(Set(told).count <= 3, "little follows from it: \(told)")
    }
}
