import Testing

@testable import KPICore

/// Targets that are judged by the growth of what was reported on them.
struct GrowthTargetTests {
    private static let years = days("2015-01-01", "2030-12-31")

    private func target(
        goal: Goal = .atMost(7.25), direction: Direction = .decrease, allocation: [UnitID: Double] = [:],
        terms: GrowthTerms = GrowthTerms(baseYear: 2015)
    ) -> Target {
        Samples.target(
            "poverty", kind: .level, goal: goal, baseline: nil, direction: direction, window: Self.years,
            allocation: allocation, frequency: .every(.year), form: .level, policy: LightPolicy.byGrowthRate.id,
            growth: terms)
    }

    private func reports(_ values: KeyValuePairs<Int, Double>, from unit: UnitID = "north") -> [Observation] {
        values.map {
            Samples.report(
                "poverty", from: unit, on: "\($0.key)", $0.value, form: .level, at: "\($0.key + 1)-01-02T00:00:00Z")
        }
    }

    private func assess(_ target: Target, _ observations: [Observation], year: Int = 2023) -> TargetAssessment {
        Samples.assess(target, observations, asOf: Samples.after("\(year)"))
    }

    @Test func theLightIsTheMethods() {
        let whole = assess(target(), reports([2015: 14.5, 2019: 10.3, 2023: 10.4])).whole
        #expect(near(whole.growth?.value, 0.901090) && near(whole.growth?.score, 2.150695))
        #expect(whole.light == .attention && whole.value == 10.4 && whole.isAchieved == false)
        #expect(
            whole.verdict.why.en
                == "14.5 in 2015 to 10.4 in 2023 is -4.07% a year, 0.901 times the -4.52% needed, ≥ 0.6: moderate progress"
        )
        #expect(
            whole.verdict.why.zh == "2015 年 14.5 至 2023 年 10.4，年均 -4.07%，为所需 -4.52% 的 0.901 倍，≥ 0.6，进展中等")
        #expect(near(whole.progress, 4.1 / 7.25) && whole.baseline == 14.5)
        #expect(whole.planned == nil && whole.paceRatio == nil && whole.gapPoints == nil && whole.currentRate == nil)
    }

    /// Its level goes on, but a year that was not told is none with data.
    @Test func theLatestYearIsTheLatestThatWasReported() {
        let whole = assess(target(), reports([2016: 14, 2020: 12])).whole
        #expect(whole.growth?.components.base == GrowthPoint(2016, 14))
        #expect(whole.growth?.components.current == GrowthPoint(2020, 12) && whole.value == 12)
    }

    @Test func whatIsNotDueYetDoesNotCount() {
        let observations = reports([2015: 14.5, 2022: 12, 2023: 7])
        let before = Samples.assess(target(), observations, asOf: moment("2024-01-02T12:00:00Z")).whole
        #expect(before.growth?.components.current == GrowthPoint(2022, 12))
        #expect(assess(target(), observations).whole.light == .achieved)
    }

    @Test func unitsAreJudgedBySharesOfTheirOwn() {
        let shared = target(allocation: ["north": 7, "south": 8])
        let found = assess(
            shared, reports([2015: 14, 2020: 7]) + reports([2015: 14, 2020: 14], from: "south"))
        let (north, south) = (found.units[1], found.units[2])
        #expect(north?.light == .achieved && north?.verdict.why.en == "7 in 2020 meets the goal of 7 for 2030")
        #expect(south?.light == .atRisk && south?.growth?.value == 0)
        #expect(found.whole.growth?.components.current == GrowthPoint(2020, 21), "the units' sum")
        #expect(found.whole.light == .attention)
    }

    @Test func growthWithoutANumberToReach() {
        let rising = target(goal: .rising, direction: .increase, terms: GrowthTerms(baseYear: 2015, limit: 100))
        let whole = assess(rising, reports([2016: 66.6, 2023: 71.4])).whole
        #expect(near(whole.growth?.value, 0.009991484) && near(whole.growth?.score, 1.739753))
        #expect(whole.light == .attention && whole.isAchieved == false && whole.progress == nil)
        #expect(
            whole.verdict.why.en
                == "66.6 in 2016 to 71.4 in 2023 is 1% a year, 1% in the right direction, ≥ 0.42%: moderate progress")
        let falling = target(goal: .falling, direction: .decrease)
        #expect(assess(falling, reports([2016: 66.6, 2023: 71.4])).whole.light == .offTrack)
    }

    @Test func whatCannotBeJudgedSaysWhy() {
        let none = assess(target(), []).whole
        #expect(none.light == .noData && none.verdict.why.en == "there is no figure")
        let one = assess(target(), reports([2020: 12])).whole
        #expect(one.light == .noData && one.verdict.why.zh == "只有一年的数据，无法计算增长")
    }

    @Test func rulesSeeTheNumbers() {
        let rule = Samples.rule(when: [.warning: "growth < 0.95 && growth_score < 2.2 && growth_rate > growth_required"]
        )
        let catalog = Samples.catalog([target()], rules: [rule])
        let facts = Samples.facts(reports([2015: 14.5, 2023: 10.4]))
        let advance = Evaluator(catalog, facts).advance(EvaluationState(), to: Samples.after("2023"))
        #expect(advance.transitions.map(\.to).contains(.firing))
    }

    @Test func theStatusDocumentShowsIt() throws {
        let catalog = Samples.catalog([target()])
        let facts = Samples.facts(reports([2015: 14.5, 2023: 10.4]))
        let asOf = Samples.after("2023")
        let state = Evaluator(catalog, facts).advance(EvaluationState(), to: asOf).state
        let health = Health(generation: 1, fingerprint: "", lastReload: .init(at: "", ok: true, mistakes: []))
        let document = StatusDocument(state, catalog, facts, asOf: asOf, health: health)
        let growth = try #require(document.targets.first?.whole.growth)
        #expect(growth.status == "moderate_progress" && growth.baseYear == 2015 && growth.currentValue == 10.4)
        let detail = TargetDetail(of: "poverty", in: document, alerts: nil, TableLook(language: .en, width: 200))
        let text = try #require(detail).text
        #expect(text.contains("(by sdg-cagr)") && !text.contains("planned"))
        #expect(
            text.contains("14.5 in 2015 · 10.4 in 2023 · -4.07% a year · -4.52% a year needed · score 2.15 of -5 to 5"))
    }

    @Test func everyPeriodIsJudgedByWhatWasKnown() {
        let catalog = Samples.catalog([target()])
        let facts = Samples.facts(reports([2015: 14.5, 2016: 13, 2017: 15]))
        let records = PeriodHistory(catalog, facts, asOf: Samples.after("2017")).records(of: 0)
        #expect(records.map(\.now.light) == [.noData, .onTrack, .offTrack])
    }
}
