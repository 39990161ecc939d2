import Testing

@testable import KPICore

/// So many in every period; the value is the share of ended periods that had them.
struct CadenceTests {
    private func target(
        every length: PeriodLength = .quarter, atLeast: Double = 1, window: DateRange = Samples.year,
        source: Source = Samples.fromDeeds(), allocation: [UnitID: Double] = [:], form: Form = .delta
    ) -> Target {
        Samples.target(
            kind: .cadence, goal: .atLeast(1), baseline: nil, window: window, allocation: allocation,
            frequency: .event, form: form, source: source, composition: .periods(length, atLeast: atLeast),
            policy: "held")
    }

    private func assess(
        _ target: Target, _ reports: [Observation] = [], _ rows: [RegisterRow] = [], after month: String = "2021-09"
    ) -> TargetAssessment {
        Samples.assess(
            target, reports, rows, asOf: Samples.after(month), policies: [Samples.held], registers: [Samples.deeds])
    }

    private func held(_ dates: String...) -> [RegisterRow] {
        dates.enumerated().map { Samples.deed("\($0)", on: "2021-\($1)") }
    }

    @Test func endedPeriodsAreMetOrMissedAndTheLastGoesOn() {
        let result = assess(target(), [], held("03-31", "09-01", "10-02"), after: "2021-10")
        #expect(
            result.parts.map(\.line) == [
                "2021Q1 met 2021-03-31", "2021Q2 missed", "2021Q3 met 2021-09-01", "2021Q4 open 2021-10-02",
            ])
        #expect(result.whole.measurement == .ratio(2, 3), "what has not ended does not count")
        #expect(result.whole.light == .offTrack && result.whole.paceRatio == nil && result.whole.progress == nil)
        let all = assess(target(), [], held("03-31", "05-01", "09-01"))
        #expect(all.whole.measurement == .ratio(3, 3) && all.whole.light == .achieved)
    }

    /// Made good is never the same as met: not achieved, and not as bad as missed.
    @Test func whatWasMissedIsMadeUpByWhatComesBeyond() {
        let rows = held("03-31", "07-05", "08-20", "09-30")
        let result = assess(target(), [], rows)
        #expect(
            result.parts.map(\.line) == ["2021Q1 met 2021-03-31", "2021Q2 made_up 2021-08-20", "2021Q3 met 2021-07-05"])
        #expect(result.whole.measurement == .ratio(2, 3))
        #expect(result.whole.verdict == Verdict(.attention, .madeUp))
        let before = assess(target(), [], rows, after: "2021-07")
        #expect(before.parts.map(\.state) == [.met, .missed, .open] && before.whole.light == .offTrack)
    }

    @Test func theEarliestIsMadeUpFirst() {
        let two = target(atLeast: 2)
        let one = assess(two, [], held("04-01", "07-01", "07-02", "07-03"))
        #expect(one.parts.map(\.state) == [.missed, .missed, .met], "one of the two that the first lacks")
        let three = assess(two, [], held("04-01", "07-01", "07-02", "07-03", "07-04", "08-08"))
        #expect(
            three.parts.map(\.line) == [
                "2021Q1 made_up 2021-07-04", "2021Q2 made_up 2021-08-08", "2021Q3 met 2021-07-02",
            ])
        #expect(three.whole.light == .attention)
        let part = assess(two, [], held("04-01", "07-01", "07-02", "07-03", "07-04"))
        #expect(part.parts.map(\.state) == [.madeUp, .missed, .met] && part.whole.light == .offTrack)
    }

    @Test func whatCameBeforeMakesUpForNothing() {
        let result = assess(target(), [], held("01-10", "01-20", "02-01", "08-01"))
        #expect(result.parts.map(\.state) == [.met, .missed, .met])
    }

    /// From 15 May to 20 August: two quarters, both cut short, the last of them judged at the window's end.
    @Test func periodsThatTheWindowCutsOffCount() {
        let cut = target(window: days("2021-05-15", "2021-08-20"))
        let result = assess(cut, [], held("05-14", "08-20", "08-21"))
        #expect(result.parts.map(\.line) == ["2021Q2 missed", "2021Q3 met 2021-08-20"])
        #expect(result.parts.map(\.start) == [day("2021-05-15"), day("2021-07-01")])
        #expect(result.parts.map(\.due) == [day("2021-06-30"), day("2021-08-20")])
        #expect(assess(cut, [], held("08-20"), after: "2021-07").parts.map(\.state) == [.missed, .open])
    }

    @Test func theSameThingTwiceIsOneThing() {
        let rows = [
            Samples.deed("1", "Forum", on: "2021-01-10"), Samples.deed("2", "Forum", on: "2021-02-10"),
            Samples.deed("3", "Forum", on: "2021-04-10"), Samples.deed("4", "Fair", on: "2021-05-10"),
        ]
        let two = target(atLeast: 2, source: Samples.fromDeeds(distinct: "title"))
        let result = assess(two, [], rows, after: "2021-06")
        #expect(result.parts.map(\.line) == ["2021Q1 missed", "2021Q2 met 2021-05-10"])
        #expect(result.parts.map(\.value) == [1, 2])
    }

    /// Of a live target the day goes on, and with it the period that ends on it.
    @Test func aPeriodEndsWithItsLastDay() {
        let live = target(source: Samples.fromDeeds(isLive: true))
        func judged(_ today: String) -> TargetAssessment {
            Samples.assess(
                live, [], held("04-01"), asOf: moment("\(today)T09:00:00Z"), policies: [Samples.held],
                registers: [Samples.deeds])
        }
        let last = judged("2021-03-31")
        #expect(last.parts.map(\.state) == [.open] && last.whole.light == .notStarted)
        let over = judged("2021-04-01")
        #expect(over.parts.map(\.state) == [.missed, .open] && over.whole.light == .offTrack)
        #expect(judged("2021-12-31").parts.last?.state == .open)
        #expect(
            judged("2022-01-01").parts.map(\.state) == [.missed, .met, .missed, .missed], "the window's last day too")
    }

    @Test func beforeAnyPeriodHasEndedNothingHasBegun() {
        let early = assess(target(), [], held("01-10"), after: "2021-02")
        #expect(early.whole.value == nil && early.whole.verdict == Verdict(.notStarted, .noPeriodEnded))
        #expect(early.parts.map(\.line) == ["2021Q1 open 2021-01-10"])
    }

    /// Silence is not a beginning either.
    @Test func ofWhatNobodyToldNothingIsKnown() {
        for source in [Source.reports, Samples.fromDeeds()] {
            #expect(assess(target(source: source)).whole.verdict == Verdict(.noData, .noFigure))
            #expect(assess(target(source: source), after: "2021-02").whole.light == .notStarted)
        }
    }

    @Test func reportsCountInThePeriodTheyAreAbout() {
        func report(_ month: String, _ value: Double, from unit: UnitID = "north", part: String = "") -> Observation {
            Samples.report(from: unit, on: month, value, part: part, at: "2021-01-01T00:00:00Z")
        }
        let two = target(atLeast: 2, source: .reports)
        let result = assess(two, [report("2021-02", 1), report("2021-03", 1), report("2021-05", 1)], after: "2021-06")
        #expect(result.parts.map(\.line) == ["2021Q1 met 2021-03-31", "2021Q2 missed"])
        let parts = [report("2021-02", 1, part: "a"), report("2021-02", 1, part: "b")]
        #expect(assess(two, parts, after: "2021-03").parts.map(\.value) == [2])
        #expect(assess(two, parts + [report("2021-02", 1)], after: "2021-03").parts.map(\.value) == [1], "the whole")
        let both = [report("2021-02", 1), report("2021-02", 1, from: "all")]
        #expect(assess(two, both, after: "2021-03").parts.map(\.value) == [1], "each once")
        let units = [report("2021-02", 1), report("2021-02", 1, from: "south")]
        #expect(assess(two, units, after: "2021-03").parts.map(\.value) == [2])
    }

    @Test func cumulativeFiguresBringWhatTheyRoseBy() {
        let months: [(String, Double)] = [("2021-02", 1), ("2021-03", 1), ("2021-06", 2), ("2021-09", 2)]
        let reports = months.map {
            Samples.report(on: $0.0, $0.1, form: .cumulative, at: "2021-01-01T00:00:00Z")
        }
        let result = assess(target(source: .reports, form: .cumulative), reports)
        #expect(result.parts.map(\.state) == [.met, .met, .missed] && result.parts.map(\.value) == [1, 1, 0])
    }

    @Test func aUnitIsNotTheWhole() {
        let shared = target(allocation: ["north": 1])
        let north = assess(shared, [], held("03-31", "05-01", "09-01")).units[1]
        #expect(north?.verdict == Verdict(.noData, .noFigure), "its periods are those of the whole")
    }
}
