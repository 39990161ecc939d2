import CEL
import Testing

@testable import KPICore

/// How long a condition has to hold, and what a step remembers.
struct LifecycleTimeTests {
    private let since = moment("2021-03-03T12:00:00Z")
    private let first = day("2021-02-28")

    private func pending(periods: Int = 1, _ severity: Severity = .warning) -> AlertPhase {
        .pending(.init(since: since, severity: severity, firstRef: first, lastRef: first, periods: periods))
    }

    private func next(
        _ phase: AlertPhase, _ judgement: Judgement, for hold: Delay?, at: Instant, ref: String = "2021-02-28",
        in timetable: Timetable = Samples.utc, isCorrection: Bool = false
    ) -> Lifecycle.Step? {
        let rule = Samples.rule(when: [.warning: "value < 2", .critical: "value < 1"], clear: "value > 4", for: hold)
        let now = Lifecycle.Circumstances(
            at: at, ref: day(ref), timetable: timetable, isCorrection: isCorrection)
        return Lifecycle(rule: rule, now: now).step(phase, judgement)
    }

    @Test func theSecondPeriodFires() throws {
        let april = moment("2021-04-05T12:00:00Z")
        let step = try #require(
            next(pending(), .holds(.warning), for: .periods(2), at: april, ref: "2021-03-31"))
        #expect(step.phase == .firing(.init(since: april, severity: .warning, pendingSince: since)))
        #expect(step.reason == .conditionHeld)
    }

    @Test func theSamePeriodJudgedAgainCountsOnce() {
        let later = since.adding(seconds: 86_400)
        #expect(next(pending(), .holds(.warning), for: .periods(2), at: later) == nil)
        let third = next(pending(periods: 2), .holds(.warning), for: .periods(4), at: later, ref: "2021-03-31")
        #expect(
            third?.phase
                == .pending(
                    .init(
                        since: since, severity: .warning, firstRef: first, lastRef: day("2021-03-31"), periods: 3)))
        #expect(third?.isTransition == false)
    }

    @Test func onePeriodIsAtOnce() {
        #expect(next(.inactive, .holds(.warning), for: .periods(1), at: since)?.phase.name == .firing)
    }

    @Test(arguments: [(7199, AlertPhase.Name?.none), (7200, .firing), (7201, .firing)] as [(Int64, AlertPhase.Name?)])
    func secondsAreOverAtTheirMoment(elapsed: Int64, expected: AlertPhase.Name?) {
        let at = since.adding(seconds: elapsed)
        #expect(next(pending(), .holds(.warning), for: .seconds(7200), at: at)?.phase.name == expected)
    }

    /// 1 to 3 May 2021 are a Saturday, a Sunday and a holiday; in exchange Saturday 8 May is worked. Five working days
    /// after Friday 30 April at noon are Saturday 8 May at noon, which plain weekdays would call Friday the 7th.
    @Test func workingDaysPassHolidaysAndCountSwappedDays() {
        let calendar = WorkCalendar(
            name: "swapped", years: [2021: .init(holidays: [day("2021-05-03")], swapped: [day("2021-05-08")])])
        let timetable = Timetable(zone: .utc, calendar: calendar)
        let friday = AlertPhase.Pending(
            since: moment("2021-04-30T12:00:00Z"), severity: .warning, firstRef: first, lastRef: first, periods: 1)
        #expect(Lifecycle.wakes(friday, .workingDays(5), timetable) == moment("2021-05-08T12:00:00Z"))
        #expect(Lifecycle.wakes(friday, .workingDays(5), Samples.utc) == moment("2021-05-07T12:00:00Z"))
        for (at, expected) in [("2021-05-08T11:59:59Z", nil), ("2021-05-08T12:00:00Z", AlertPhase.Name.firing)] {
            let step = next(
                .pending(friday), .holds(.warning), for: .workingDays(5), at: moment(at), in: timetable)
            #expect(step?.phase.name == expected)
        }
    }

    /// Clocks go forward in the night to Sunday 28 March: a working day later they show the same, a day of 24 hours later
    /// they show an hour more.
    @Test func workingDaysKeepTheTimeThatClocksShow() {
        let berlin = Timetable(zone: Samples.berlin, calendar: Samples.weekdays)
        let friday = AlertPhase.Pending(
            since: moment("2021-03-26T12:00:00Z"), severity: .warning, firstRef: first, lastRef: first, periods: 1)
        #expect(Lifecycle.wakes(friday, .workingDays(1), berlin) == moment("2021-03-29T11:00:00Z"))
        #expect(Lifecycle.wakes(friday, .seconds(3 * 86_400), berlin) == moment("2021-03-29T12:00:00Z"))
        let october = AlertPhase.Pending(
            since: moment("2021-10-29T11:00:00Z"), severity: .warning, firstRef: first, lastRef: first, periods: 1)
        #expect(Lifecycle.wakes(october, .workingDays(1), berlin) == moment("2021-11-01T12:00:00Z"))
    }

    /// A machine whose clock was wrong judges at a moment before the one at which the alert began to wait.
    @Test(arguments: [Delay.seconds(7200), .workingDays(1)])
    func aClockSetBackBringsNothingForward(wait: Delay) throws {
        let back = since.adding(seconds: -86_400 * 3)
        #expect(next(pending(), .holds(.warning), for: wait, at: back) == nil)
        let due = try #require(Samples.utc.adding(wait, to: since))
        #expect(next(pending(), .holds(.warning), for: wait, at: due)?.phase.since == due)
        let firing = AlertPhase.Firing(since: since, severity: .warning, pendingSince: since)
        let recovering = AlertPhase.recovering(
            .init(firing: firing, since: since, firstRef: first, lastRef: first, periods: 1))
        let rule = Samples.rule(when: [.warning: "value < 2"], keep: wait)
        let now = Lifecycle.Circumstances(at: back, ref: first, timetable: Samples.utc, isCorrection: false)
        #expect(Lifecycle(rule: rule, now: now).step(recovering, .clear)?.phase == nil)
    }

    @Test func onlyTimersWakeByThemselves() {
        let waiting = AlertPhase.Pending(
            since: since, severity: .warning, firstRef: first, lastRef: first, periods: 1)
        #expect(Lifecycle.wakes(waiting, .seconds(90), Samples.utc) == since.adding(seconds: 90))
        #expect(Lifecycle.wakes(waiting, .periods(2), Samples.utc) == nil)
        #expect(Lifecycle.wakes(waiting, nil, Samples.utc) == nil)
    }

    @Test func aChangeOfSeverityKeepsTheMomentOfFiring() {
        let fired = since.adding(seconds: 60)
        let firing = AlertPhase.firing(.init(since: fired, severity: .warning, pendingSince: since))
        let later = since.adding(seconds: 999)
        #expect(
            next(firing, .holds(.critical), for: nil, at: later)?.phase
                == .firing(
                    .init(since: fired, severity: .critical, pendingSince: since, severitySince: later)))
    }

    @Test func aCorrectionIsTheReasonWhereItEndsAnAlert() {
        let firing = AlertPhase.firing(.init(since: since, severity: .critical, pendingSince: since))
        let later = since.adding(seconds: 999)
        let end = next(firing, .clear, for: nil, at: later, isCorrection: true)
        #expect(end?.reason == .dataCorrected)
        #expect(end?.phase == .resolved(.init(at: later, firedSince: since, severity: .critical)))
        #expect(next(pending(), .clear, for: nil, at: later, isCorrection: true)?.reason == .conditionEnded)
    }

    @Test func withoutAMilderSeverityAnAlertStaysAsGraveAsItWas() {
        let rule = Samples.rule(when: [.critical: "value < 1"], clear: "value > 4")
        let now = Lifecycle.Circumstances(at: since, ref: first, timetable: Samples.utc, isCorrection: false)
        let firing = AlertPhase.firing(.init(since: since, severity: .critical, pendingSince: since))
        #expect(Lifecycle(rule: rule, now: now).step(firing, .between) == nil)
    }

    @Test(arguments: [Reason.ruleRemoved, .targetRemoved, .unitRemoved, .notSelected])
    func whatIsGoneEndsWhatIsOpen(reason: Reason) {
        let at = since.adding(seconds: 5)
        let firing = AlertPhase.firing(.init(since: since, severity: .critical, pendingSince: since))
        let ended = Lifecycle.end(firing, because: reason, at: at)
        #expect(ended?.phase == .resolved(.init(at: at, firedSince: since, severity: .critical)))
        #expect(ended?.reason == reason && ended?.isTransition == true)
        let dropped = Lifecycle.end(pending(), because: reason, at: at)
        #expect(dropped?.phase == .inactive && dropped?.reason == reason && dropped?.isTransition == true)
        #expect(Lifecycle.end(.inactive, because: reason, at: at) == nil)
        #expect(Lifecycle.end(ended?.phase ?? .inactive, because: reason, at: at) == nil)
    }
}
