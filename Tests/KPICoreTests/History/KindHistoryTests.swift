import Testing

@testable import KPICore

/// Periods of targets with parts, and of those that are judged day by day.
struct KindHistoryTests {
    private func records(_ target: TargetID, asOf: String) throws -> [PeriodRecord] {
        let history = PeriodHistory(KindsYear.catalog, KindsYear.facts, asOf: moment(asOf))
        return history.records(of: try #require(KindsYear.catalog.index(of: target)))
    }

    /// Of a cadence each period is told by itself: the first was missed, and the second had one too many.
    @Test func aCadenceIsToldByItsOwnPeriods() throws {
        let april = try records("meetings", asOf: "2021-04-07T00:00:00Z")
        #expect(april.map(\.period.description) == ["2021Q1"] && april.map(\.state) == [.missed])
        let july = try records("meetings", asOf: "2021-07-10T00:00:00Z")
        #expect(july.map(\.state) == [.madeUp, .met] && july.map(\.then.value) == [0, 0.5])
    }

    /// Silence is no meeting that did not take place.
    @Test func aCadenceOfWhichNothingIsKnownIsMissing() {
        let meetings = Samples.target(
            "meetings", kind: .cadence, goal: .atLeast(1), baseline: nil, allocation: ["all": 1],
            frequency: .every(.quarter), composition: .periods(.quarter, atLeast: 1))
        func states(_ reports: [Observation]) -> [PeriodRecord.State] {
            PeriodHistory(Samples.catalog([meetings]), Samples.facts(reports), asOf: moment("2021-07-20T00:00:00Z"))
                .records(of: 0).map(\.state)
        }
        let late = Samples.report("meetings", from: "all", on: "2021Q1", 1, at: "2021-05-01T00:00:00Z")
        #expect(states([]) == [.missing, .missing])
        #expect(states([late]) == [.madeUp, .missed])
    }

    @Test func aStageThatIsLateIsMadeUpWhenItIsDone() throws {
        let july = try records("base", asOf: "2021-07-10T00:00:00Z")
        #expect(july.map(\.state) == [.met, .met, .met, .met, .met, .missed])
        #expect(july.map(\.then.light) == [.notStarted, .notStarted, .notStarted, .onTrack, .onTrack, .offTrack])
        let august = try records("base", asOf: "2021-08-10T00:00:00Z")
        #expect(august.suffix(2).map(\.state) == [.madeUp, .met], "it was done on 5 July")
    }

    /// A society without its precondition breaks the gate in its month; that others pass later changes nothing.
    @Test func aGateIsMadeUpByItsRegisterAlone() throws {
        #expect(try records("gate", asOf: "2021-07-10T00:00:00Z").suffix(2).map(\.state) == [.missed, .missed])
        let target = try #require(KindsYear.catalog["gate"])
        var facts = KindsYear.facts
        facts.registers.add(
            KindsYear.row("societies", "X2", "农机学会", "2021-05-20", "2021-05-10", at: "2021-07-08T00:00:00Z"))
        let found = PeriodHistory(KindsYear.catalog, facts, asOf: moment("2021-07-10T00:00:00Z"))
            .records(of: try #require(KindsYear.catalog.index(of: target.id)))
        #expect(found.suffix(2).map(\.state) == [.madeUp, .madeUp] && found.suffix(2).allSatisfy(\.isCorrected))
    }

    // MARK: Judged day by day

    private func milestone(due: String) -> Target {
        let schema = KindsYear.schema("steps")
        return Samples.target(
            "plan", kind: .milestone, goal: .atLeast(1), curve: .steps([.init(day(due), 1)]), due: due,
            frequency: .event,
            source: .register(
                RegisterMeasure(
                    register: "steps", environment: RegisterVariables.environment(of: schema, Samples.utc),
                    part: "stage",
                    isLive: true)),
            composition: .stages([Stage(id: "plan", label: Label("plan"), due: day(due))]))
    }

    private func assess(_ target: Target, _ rows: [RegisterRow], asOf: String) -> TargetAssessment {
        let catalog = Samples.catalog([target], registers: [KindsYear.schema("steps")])
        return Assessor(catalog, Samples.facts([], rows), asOf: moment(asOf)).assess(0)
    }

    private let other = KindsYear.row("steps", "S9", "other", "2021-01-05")

    /// On its day there is still time; at midnight there is none, and a window that has ended does not stop that.
    @Test(arguments: ["2021-03-31", "2021-12-31"])
    func theLastDayIsOverAtMidnight(due: String) {
        let target = milestone(due: due)
        let onTheDay = assess(target, [other], asOf: "\(due)T23:59:59Z")
        #expect(onTheDay.parts.map(\.state) == [.open] && onTheDay.whole.light == .notStarted)
        let after = assess(target, [other], asOf: "\(day(due).adding(days: 1))T00:00:00Z")
        #expect(after.parts.map(\.state) == [.overdue] && after.whole.light == .offTrack)
    }

    @Test func theMidnightAfterTheWindowIsAMomentOfItsOwn() {
        let rule = Rule(
            id: "overdue", forEach: .target,
            conditions: [.init(.critical, Samples.program("light == \"off_track\""))],
            message: Samples.message("overdue"))
        let catalog = Samples.catalog(
            [milestone(due: "2021-12-31")], rules: [rule], registers: [KindsYear.schema("steps")])
        let found = Evaluator(catalog, Samples.facts([], [other])).advance(
            EvaluationState(), to: moment("2022-01-20T00:00:00Z"))
        #expect(
            found.transitions.map(\.line) == [
                "2022-01-01T00:00:00+00:00 overdue/plan/all inactive -> firing critical (condition_held)"
            ])
    }

    /// The last day of a period that has ended is over, for a target that is judged day by day too.
    @Test func aLiveTargetHasPeriodsToo() {
        let target = milestone(due: "2021-03-31")
        let done = KindsYear.row("steps", "S1", "plan", "2021-05-10")
        let catalog = Samples.catalog([target], registers: [KindsYear.schema("steps")])
        func states(_ asOf: String) -> [PeriodRecord.State] {
            PeriodHistory(catalog, Samples.facts([], [other, done]), asOf: moment(asOf)).records(of: 0).map(\.state)
        }
        #expect(states("2021-05-09T00:00:00Z") == [.met, .met, .missed, .missed])
        #expect(states("2021-05-11T00:00:00Z") == [.met, .met, .madeUp, .madeUp])
    }
}
