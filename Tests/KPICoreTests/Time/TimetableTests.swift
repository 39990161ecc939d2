import Testing

@testable import KPICore

/// Local days as moments: deadlines, and where clocks jump.
struct TimetableTests {
    private let berlin = Timetable(zone: Samples.berlin, calendar: Samples.weekdays)

    /// On 28 March 2021 the clocks of Berlin show no 02:30; it is read as 03:30, which they do show.
    @Test func aDeadlineInTheGapOfSpringIsAfterIt() {
        let deadline = Deadline(.calendar(1), at: Samples.clock("02:30"))
        let due = berlin.due(period("2021-03-27"), by: deadline)
        #expect(due == moment("2021-03-28T01:30:00Z"))
        #expect(due.stamp(in: Samples.berlin) == "2021-03-28T03:30:00+02:00")
        #expect(berlin.latestDue(.day, by: deadline, at: due.adding(seconds: -1)) == period("2021-03-26"))
        #expect(berlin.latestDue(.day, by: deadline, at: due) == period("2021-03-27"))
    }

    @Test func aTimeShownTwiceInAutumnIsTheFirst() {
        let due = berlin.due(period("2021-10-30"), by: Deadline(.calendar(1), at: Samples.clock("02:30")))
        #expect(due == moment("2021-10-31T00:30:00Z"))
    }

    @Test func aPeriodEndsAtMidnightOfItsZone() {
        #expect(berlin.start(of: day("2021-07-01")) == moment("2021-06-30T22:00:00Z"))
        #expect(berlin.date(of: moment("2021-06-30T21:59:59Z")) == day("2021-06-30"))
        #expect(berlin.date(of: moment("2021-06-30T22:00:00Z")) == day("2021-07-01"))
        let midnight = berlin.due(period("2021-06"), by: Deadline(.calendar(0), at: Samples.clock("24:00")))
        #expect(midnight == moment("2021-06-30T22:00:00Z"))
    }

    /// A wait that begins on the day of the jump keeps its time on the clock, not its distance from midnight.
    @Test(
        arguments: [
            ("2021-03-28T10:00:00+02:00", 1, "2021-03-29T10:00:00+02:00"),
            ("2021-10-31T10:00:00+01:00", 1, "2021-11-01T10:00:00+01:00"),
            ("2021-03-26T10:00:00+01:00", 1, "2021-03-29T10:00:00+02:00"),
            ("2021-03-24T17:30:00.250+01:00", 3, "2021-03-29T17:30:00.250+02:00"),
            ("2021-03-24T17:30:00+01:00", 0, "2021-03-24T17:30:00+01:00"),
        ] as [(String, Int, String)])
    func workingDaysLaterTheClockShowsTheSame(start: String, days: Int, expected: String) {
        #expect(berlin.adding(workingDays: days, to: moment(start)) == moment(expected))
    }

    @Test func aDeadlineMayLieOnACalendarDay() {
        let deadline = Deadline(.calendar(10), at: Samples.clock("09:00"))
        #expect(Samples.utc.due(period("2021-02"), by: deadline) == moment("2021-03-10T09:00:00Z"))
        #expect(Samples.utc.latestDue(.quarter, by: deadline, at: moment("2021-04-10T08:59:59Z")) == period("2020Q4"))
        #expect(Samples.utc.latestDue(.quarter, by: deadline, at: moment("2021-04-10T09:00:00Z")) == period("2021Q1"))
    }
}
