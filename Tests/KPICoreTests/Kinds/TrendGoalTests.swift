import Testing

@testable import KPICore

/// Goals that ask for a course and not for a value: no fall over the last so many figures.
struct TrendGoalTests {
    private func assess(
        _ values: [Double?], _ goal: Goal = .notFalling(periods: 3), kind: Kind = .level, aggregate: Aggregate? = nil
    ) -> Assessment {
        let target = Samples.target(
            kind: kind, goal: goal, baseline: nil, form: .level, aggregate: aggregate, policy: "held")
        let reports = values.enumerated().compactMap { index, value in
            value.map { Samples.report(on: month(index), $0, form: .level, at: "2021-01-31T00:00:00Z") }
        }
        return Samples.assess(
            target, reports, asOf: Samples.after(month(values.count - 1)), policies: [Samples.held]
        ).whole
    }

    private func month(_ index: Int) -> String { index < 9 ? "2021-0\(index + 1)" : "2021-\(index + 1)" }

    @Test(
        arguments: [
            ([5, 5, 6, 7], 0, Light.achieved), ([5, 6, 5, 7], 1, .offTrack), ([5, 7, 6, 4], 2, .offTrack),
            ([9, 5, 6, 7, 8], 0, .achieved), ([9, 5, 6, 7], 4, .offTrack), ([5, 6], 0, .achieved),
            ([6, 5], 1, .offTrack),
        ] as [([Double], Double, Light)])
    func itLooksBackSoFar(values: [Double], setback: Double, expected: Light) {
        let whole = assess(values)
        #expect(near(whole.course.setback, setback) && whole.light == expected)
        #expect(whole.isAchieved == (expected == .achieved))
        let mirrored = assess(values.map { -$0 }, .notRising(periods: 3))
        #expect(near(mirrored.course.setback, setback) && mirrored.light == expected)
    }

    @Test func oneFigureMakesNoTrend() {
        #expect(assess([5]).verdict == Verdict(.noData, .noCourse) && assess([5]).isAchieved == nil)
        #expect(assess([nil, nil]).verdict == Verdict(.noData, .noFigure))
        #expect(assess([nil, 5, nil, nil]).verdict == Verdict(.noData, .noCourse), "and silence adds none")
    }

    /// A month without a figure neither breaks a trend nor mends it.
    @Test func silenceIsNoStep() {
        #expect(near(assess([5, nil, 4]).course.setback, 1), "over the gap")
        let silent = assess([6, 5, nil, nil, nil, nil])
        #expect(near(silent.course.setback, 1) && silent.light == .offTrack, "missing figures heal nothing")
        #expect(assess([6, 5, nil, 6, nil, 7, nil, 8]).light == .achieved, "three figures do")
        #expect(assess([5, 6, nil, nil, nil]).light == .achieved)
    }

    @Test func brokenAndMended() {
        let broken = assess([5, 6, 4])
        #expect(broken.course.hasRegressed && broken.course.achievedOn == day("2021-02-28"))
        let mending = assess([5, 6, 4, 4, 5])
        #expect(mending.light == .offTrack && near(mending.course.setback, 2))
        let mended = assess([5, 6, 4, 4, 5, 5])
        #expect(mended.light == .achieved && !mended.course.hasRegressed)
        #expect(assess([5, 6, 4, 4, 5, 5, 3]).course.hasRegressed)
    }

    @Test func thereIsNoPaceToATrend() {
        let whole = assess([5, 6])
        #expect(whole.goalValue == nil && whole.progress == nil && whole.paceRatio == nil && whole.completion == nil)
        let target = Samples.target(kind: .level, goal: .notFalling(periods: 2), baseline: 0, form: .level)
        let reports = [6.0, 5].enumerated().map {
            Samples.report(on: month($0), $1, form: .level, at: "2021-01-31T00:00:00Z")
        }
        let paced = Samples.assess(target, reports, asOf: Samples.after("2021-02")).whole
        #expect(paced.verdict == Verdict(.offTrack, .notMet), "by whatever policy")
    }

    /// 0.1 + 0.2 is more than 0.3, by rounding alone.
    @Test func roundingIsNoFall() {
        #expect(assess([0.1 + 0.2, 0.3]).light == .achieved && assess([0.3, 0.3 - 2e-9]).light == .offTrack)
    }

    @Test(arguments: [Aggregate.sum, .mean])
    func aParentIsSilentWhenAllAre(aggregate: Aggregate) {
        let target = Samples.target(
            kind: .level, goal: .notFalling(periods: 2), form: .level, aggregate: aggregate, policy: "held")
        func report(_ unit: UnitID, _ month: String, _ value: Double) -> Observation {
            Samples.report(from: unit, on: month, value, form: .level, at: "2021-01-31T00:00:00Z")
        }
        var reports = [report("north", "2021-01", 5), report("south", "2021-01", 5), report("north", "2021-02", 4)]
        func light(after month: String) -> Light {
            Samples.assess(target, reports, asOf: Samples.after(month), policies: [Samples.held]).whole.light
        }
        #expect(light(after: "2021-02") == .offTrack && light(after: "2021-05") == .offTrack)
        reports += [report("south", "2021-03", 6), report("north", "2021-05", 4)]
        #expect(light(after: "2021-03") == .offTrack && light(after: "2021-05") == .achieved)
    }

    @Test func aRateThatCannotBeToldForAMonthIsComparedWithTheOneBefore() {
        let target = Samples.target(
            kind: .ratio, goal: .notFalling(periods: 3),
            source: Samples.fromDeeds(
                where: "on <= ref && due > ref", numerator: "done <= ref", dated: nil), reporters: [], policy: "held")
        let rows = [
            Samples.deed("1", on: "2021-01-05", due: "2021-02-28", done: "2021-01-06"),
            Samples.deed("2", on: "2021-03-05", due: "2021-12-31"),
        ]
        let whole = Samples.assess(
            target, [], rows, asOf: Samples.after("2021-03"), policies: [Samples.held], registers: [Samples.deeds]
        ).whole
        #expect(whole.value == 0 && near(whole.course.setback, 1), "nothing stood below the line in February")
    }
}
