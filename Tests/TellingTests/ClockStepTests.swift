import Testing

@testable import KPICore

/// A clock that is set wrong, and right again: nothing is told twice, and nothing is lost.
struct ClockStepTests {
    /// A moment that a wrong clock shows.
    private static func wrong(_ text: String, by seconds: Int64) -> String {
        moment(text).adding(seconds: seconds).utc
    }

    private static let hour: Int64 = 3600
    private static let aDay: Int64 = 86_400
    private static let year: Int64 = 365 * 86_400
    static let steps = [hour, aDay, year, -hour, -aDay, -year]

    @Test(arguments: steps) func aSilenceIsOverOnce(step: Int64) throws {
        let silence = try #require(
            Silence(
                Matchers([.init(.rule, ["behind"])]), from: moment("2021-05-04T10:00:00Z"),
                until: moment("2021-05-07T10:00:00Z")))
        var story = Story()
        var told = story.clock(shows: "2021-05-04T09:00:00Z", .fires(Story.alert, .warning))
        told += story.clock(shows: "2021-05-04T10:00:00Z", .act(.silence(silence)))
        told += story.clock(shows: "2021-05-05T09:00:00Z", .ends(Story.alert))
        told += story.clock(shows: Self.wrong("2021-05-06T12:00:00Z", by: step))
        // Already over for whoever believed the clock: told then, and not again.
        let isOver = step >= Self.aDay
        #expect(told.count == (isOver ? 2 : 1))
        for shown in ["2021-05-06T12:01:00Z", "2021-05-07T09:59:59Z", "2021-05-07T10:00:00Z", "2021-05-08T10:00:00Z"] {
            told += story.clock(shows: shown)
        }
        #expect(
            told == [
                "fired warning north#1.1", "suppression_ended warning over north#1.2",
            ])
        // What happens is told at once, whatever the clock has shown.
        #expect(
            story.clock(shows: "2021-05-09T09:00:00Z", .fires(Story.alert, .warning)) == ["fired warning north#2.1"])
        #expect(story.believed() == story.truth())
    }

    /// A year's worth of reminders is one, and the next comes so long after it.
    @Test(arguments: steps) func remindersAreNoFlood(step: Int64) {
        var story = Story([Story.person(wait: 0, repeatAfter: .workingDays(3))])
        _ = story.clock(shows: "2021-05-04T09:00:00Z", .fires(Story.alert, .warning))
        let jumped = story.clock(shows: Self.wrong("2021-05-06T12:00:00Z", by: step))
        #expect(jumped == (step >= Self.aDay ? ["reminder warning north#1.2"] : []))
        var told: [String] = []
        for day in 7...8 { told += story.clock(shows: "2021-05-0\(day)T09:00:00Z") }
        // Three working days after Tuesday are Friday.
        #expect(told == (step >= Self.aDay ? [] : ["reminder warning north#1.2"]))
        // With each clock that is right again, the next is told three working days after the last.
        told = []
        for day in 10...13 { told += story.clock(shows: "2021-05-\(day)T13:00:00Z") }
        #expect(told == (step == Self.year ? [] : ["reminder warning north#1.3"]), "\(step)")
    }

    @Test(arguments: steps) func aDigestComesOnce(step: Int64) {
        var story = Story([Story.person(digest: Digest(.daily, at: Samples.clock("08:30")))])
        _ = story.clock(shows: "2021-05-04T09:00:00Z")
        _ = story.clock(shows: "2021-05-04T10:00:00Z", .fires(Story.alert, .warning))
        var told = story.clock(shows: Self.wrong("2021-05-04T12:00:00Z", by: step))
        for day in 4...8 {
            told += story.clock(shows: "2021-05-0\(day)T12:00:00Z")
            told += story.clock(shows: "2021-05-0\(day)T23:00:00Z")
        }
        #expect(told == ["digest[fired warning]+0"])
    }

    /// The wait for what comes together is over when the clock says so, and not a second time.
    @Test(arguments: steps) func theWaitIsOverOnce(step: Int64) {
        var story = Story([Story.person(wait: 600)])
        var told = story.clock(shows: "2021-05-04T09:00:00Z", .fires(Story.alert, .warning))
        told += story.clock(shows: Self.wrong("2021-05-04T09:05:00Z", by: step))
        #expect(told.isEmpty == (step < 0))
        for minute in ["09:06", "09:10", "09:20"] { told += story.clock(shows: "2021-05-04T\(minute):00Z") }
        #expect(told == ["fired warning north#1.1"])
    }

    /// Through the evaluator: five working days after Friday 30 April at noon are Saturday 8 May at noon, because the
    /// 3rd is a holiday and the 8th is worked. It fires then, however the clock goes, and is told once.
    @Test(arguments: steps) func anAlertFiresAtItsOwnMomentOnce(step: Int64) throws {
        let catalog = Samples.catalog(for: .workingDays(5))
        let march = day("2021-03-01")
        var facts = Facts()
        facts.reports.add(
            Observation(
                key: .init(target: "visits", unit: "north", period: PeriodLength.month.period(containing: march)),
                form: .delta, value: Quantity(1), valueText: "", revision: 1,
                submittedAt: moment("2021-04-30T12:00:00Z"),
                origin: .init(file: "late.csv", line: 2, sha256: "00")))
        var (state, telling) = (EvaluationState(), TellingState())
        var told: [String] = []
        var fired: [Transition] = []
        let clocks = ["2021-04-30T00:00:00Z", "2021-04-30T12:00:00Z", "2021-05-04T12:00:00Z"]
        let shown =
            clocks + [Self.wrong("2021-05-07T12:00:00Z", by: step)]
            + ["2021-05-07T13:00:00Z", "2021-05-08T11:59:59Z", "2021-05-08T12:00:00Z", "2021-05-10T12:00:00Z"]
        for clock in shown {
            let now = max(moment(clock), state.evaluatedThrough ?? moment(clock))
            let advance = Evaluator(catalog, facts).advance(state, to: now)
            let decided = Telling(Story.plan([Story.program]), catalog, facts.acts).advance(
                telling, alerts: advance.state.alerts, changed: advance.changed, to: now)
            (state, telling) = (advance.state, decided.state)
            fired += advance.transitions.filter { $0.alert == Story.alert && $0.to == .firing }
            told += decided.record.notices.map(\.notice).filter { $0.alert == Story.alert }.map(Story.line)
        }
        #expect(fired.map(\.at) == [moment("2021-05-08T12:00:00Z")])
        #expect(told == ["fired warning north#1.1"])
    }
}
