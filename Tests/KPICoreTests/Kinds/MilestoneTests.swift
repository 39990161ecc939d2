import Testing

@testable import KPICore

/// Stages with days and weights; the value is the weight of those that are done.
struct MilestoneTests {
    private static let stages = [
        Samples.stage("applied", due: "2021-03-31"), Samples.stage("accepted", due: "2021-06-30", weight: 2),
        Samples.stage("granted", due: "2021-10-15"),
    ]

    private func target(
        _ stages: [Stage] = Self.stages, source: Source = .reports, due: String = "2021-10-15"
    ) -> Target {
        Samples.target(
            kind: .milestone, goal: .atLeast(1), curve: Samples.steps(of: stages), due: due, frequency: .event,
            form: .level, source: source, composition: .stages(stages))
    }

    private let deeds = Samples.fromDeeds(part: "part")

    private func assess(
        _ target: Target, _ reports: [Observation] = [], _ rows: [RegisterRow] = [], after month: String = "2021-06"
    ) -> TargetAssessment {
        Samples.assess(target, reports, rows, asOf: Samples.after(month), registers: [Samples.deeds])
    }

    private func told(_ stage: String, _ month: String, _ value: Double? = 1, revision: Int = 1) -> Observation {
        Samples.report(
            on: month, value, part: stage, form: .level, revision: revision, at: "2021-0\(month.suffix(1))-28T00:00:00Z"
        )
    }

    @Test func theValueIsTheWeightThatIsDone() {
        let result = assess(
            target(source: deeds), [],
            [
                Samples.deed("1", on: "2021-03-30", part: "applied"),
                Samples.deed("2", on: "2021-05-02", part: "阶段accepted"),
                Samples.deed("3", on: "2021-07-01", part: "Stage granted"),
            ])
        #expect(result.parts.map(\.line) == ["applied done 2021-03-30", "accepted done 2021-05-02", "granted open"])
        #expect(result.whole.measurement == .ratio(3, 4))
        #expect(result.whole.planned == 0.75 && near(result.whole.paceRatio, 1) && result.whole.light == .onTrack)
        #expect(result.parts.map(\.start) == [day("2021-01-01"), day("2021-04-01"), day("2021-07-01")])
    }

    @Test(arguments: ["accepted", "granted"])
    func aStageWithoutWeightChangesNothing(done: String) {
        let stages = [
            Self.stages[0], Samples.stage("granted", due: "2021-06-30"),
            Samples.stage("accepted", due: "2021-05-31", weight: 0),
        ]
        let first = Samples.deed("1", on: "2021-03-30", part: "applied")
        let result = assess(
            target(stages, source: deeds, due: "2021-06-30"), [],
            [first, Samples.deed("2", on: "2021-06-01", part: done)])
        #expect(result.whole.measurement == .ratio(done == "granted" ? 2 : 1, 2))
        #expect(
            result.parts.map(\.state) == (done == "granted" ? [.done, .done, .overdue] : [.done, .overdue, .doneLate]))
    }

    /// Judged at the end of June, on which day the second stage was due.
    @Test func whatIsNotDoneByItsDayIsOverdueAndThenLate() {
        let first = Samples.deed("1", on: "2021-04-01", part: "applied")
        let june = assess(target(source: deeds), [], [first])
        #expect(june.parts.map(\.line) == ["applied done_late 2021-04-01", "accepted overdue", "granted open"])
        #expect(june.parts.map(\.isLate) == [true, true, false])
        #expect(june.whole.measurement == .ratio(1, 4), "what is done late is done")
        #expect(june.whole.light == .offTrack, "a third of what is planned")
        let late = Samples.deed("2", on: "2021-07-01", part: "accepted")
        #expect(
            assess(target(source: deeds), [], [first, late], after: "2021-07").parts[1].line
                == "accepted done_late 2021-07-01")
    }

    /// A target that is judged day by day is judged while its day goes on.
    @Test(arguments: [("2021-06-30", PartState.open, 0.25), ("2021-07-01", .overdue, 0.75)])
    func theDueDayItselfIsNotLateOnALiveTarget(today: String, expected: PartState, planned: Double) {
        let live = target(source: Samples.fromDeeds(part: "part", isLive: true))
        let result = Samples.assess(
            live, [], [Samples.deed("1", on: "2021-03-30", part: "applied")], asOf: moment("\(today)T09:00:00Z"),
            registers: [Samples.deeds])
        #expect(result.ref == day(today) && result.parts[1].state == expected)
        #expect(result.whole.planned == planned, "and nothing is owed for it before its end")
    }

    @Test(arguments: [("2021-12-31", PartState.open, 0.0), ("2022-01-01", .overdue, 1)])
    func theWindowsLastDayIsOverWhenTheNextBegins(today: String, expected: PartState, planned: Double) {
        let last = [Samples.stage("done", due: "2021-12-31")]
        let live = target(last, source: Samples.fromDeeds(where: "part == \"done\"", isLive: true), due: "2021-12-31")
        let result = Samples.assess(
            live, [], [Samples.deed("1", on: "2021-03-30", part: "begun")], asOf: moment("\(today)T09:00:00Z"),
            registers: [Samples.deeds])
        #expect(result.ref == day("2021-12-31") && result.parts.map(\.state) == [expected])
        #expect(result.whole.planned == planned && result.whole.light == (planned == 0 ? .notStarted : .offTrack))
    }

    @Test(arguments: [(20.0, PartState.overdue), (21, .done), (nil, .overdue)] as [(Double?, PartState)])
    func aRowThatFallsShortOfTheRequirementDoesNotCount(participants: Double?, expected: PartState) {
        let requirement = Stage.Requirement(
            label: Label("participants"), number: Samples.number("amount", Samples.ofDeeds), goal: .atLeast(21))
        let forum = Samples.stage("forum", due: "2021-04-30", requirement: requirement)
        let one = target([forum], source: Samples.fromDeeds(), due: "2021-04-30")
        let result = assess(one, [], [Samples.deed("1", on: "2021-04-17", amount: participants)])
        #expect(result.parts.map(\.state) == [expected])
    }

    @Test func aRequirementIsThatOfItsOwnStage() {
        let requirement = Stage.Requirement(
            label: Label("pages"), number: Samples.number("amount", Samples.ofDeeds), goal: .atMost(5))
        let stages = [
            Samples.stage("draft", due: "2021-03-31"),
            Samples.stage("final", due: "2021-10-15", requirement: requirement),
        ]
        let rows = [
            Samples.deed("1", on: "2021-02-01", part: "draft", amount: 9),
            Samples.deed("2", on: "2021-03-01", part: "final", amount: 9),
        ]
        #expect(assess(target(stages, source: deeds), [], rows).parts.map(\.state) == [.done, .open])
    }

    /// A target without stages has one; no column has to name it.
    @Test func anyRowOrReportIsTheOnlyStage() {
        let done = [Samples.stage("done", due: "2021-03-31")]
        let rows = [Samples.deed("1", on: "2021-03-24")]
        let counted = assess(target(done, source: Samples.fromDeeds(), due: "2021-03-31"), [], rows)
        #expect(counted.parts.map(\.line) == ["done done 2021-03-24"] && counted.whole.light == .achieved)
        let reported = target(done, due: "2021-03-31")
        #expect(assess(reported, [told("", "2021-03")]).parts.map(\.line) == ["done done 2021-03-31"])
        #expect(assess(reported, [told("", "2021-03", 0.9)]).parts.map(\.line) == ["done overdue"])
        #expect(assess(reported, [told("done", "2021-04")]).parts.map(\.line) == ["done done_late 2021-04-30"])
    }

    @Test func reportsNameTheStageTheyAreAbout() {
        let reports = [told("applied", "2021-03"), told("阶段accepted", "2021-06", 0.5), told("rumours", "2021-05")]
        let result = assess(target(), reports)
        #expect(result.parts.map(\.line) == ["applied done 2021-03-31", "accepted overdue", "granted open"])
        #expect(result.whole.measurement == .ratio(1, 4))
    }

    /// Which of the three would it be?
    @Test func aReportThatNamesNoStageIsAboutNone() {
        #expect(assess(target(), [told("", "2021-03")]).parts.map(\.state) == [.overdue, .overdue, .open])
    }

    @Test func whatIsTakenBackIsNotDone() {
        let reports = [told("applied", "2021-03"), told("accepted", "2021-05")]
        let back = assess(target(), reports + [told("accepted", "2021-05", nil, revision: 2)])
        #expect(back.parts.map(\.state) == [.done, .overdue, .open])
        let fallen = assess(target(), reports + [told("accepted", "2021-06", 0)])
        #expect(fallen.parts.map(\.state) == [.done, .overdue, .open], "it stands at 0 again")
    }

    @Test func nothingToldIsNotNothingDone() {
        #expect(assess(target()).whole.light == .noData && assess(target()).parts.isEmpty)
        #expect(assess(target(source: deeds)).whole.light == .noData, "the register never came")
        let other = assess(target(source: deeds), [], [Samples.deed("1", on: "2021-03-30", part: "other")])
        #expect(other.whole.value == 0 && other.whole.light == .offTrack)
    }

    /// The city reports one stage and the county another; of what both report, the county's counts.
    @Test func aParentsWordIsACheckOnItsChildrens() {
        func report(_ unit: UnitID, _ stage: String, _ value: Double) -> Observation {
            Samples.report(from: unit, on: "2021-03", value, part: stage, form: .level, at: "2021-03-28T00:00:00Z")
        }
        let reports = [report("all", "applied", 1), report("all", "accepted", 1), report("north", "accepted", 0)]
        #expect(assess(target(), reports).parts.map(\.state) == [.done, .overdue, .open])
    }
}
