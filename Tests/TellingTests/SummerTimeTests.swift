import CEL
import Testing

@testable import KPICore

/// The nights in which clocks go forward and back, and a holiday with a Saturday that is worked for it.
struct SummerTimeTests {
    private static let timetable = Timetable(zone: Samples.berlin, calendar: Samples.calendar)
    /// Every day is worked, so that a Sunday on which clocks change is one.
    private static let daily = Timetable(
        zone: Samples.berlin, calendar: WorkCalendar(name: "daily", weekend: [], years: [:]))

    private static func quiet(_ from: String, _ to: String) -> MuteWindow {
        MuteWindow(
            id: "nights", label: Label("nights"),
            hours: MuteWindow.Hours(from: Samples.clock(from), to: Samples.clock(to)))
    }

    /// From Friday evening to Monday at half past eight, by the clock on the wall.
    @Test(arguments: [
        ("2021-03-26T18:00:00+01:00", "2021-03-29T08:30:00+02:00"),
        ("2021-10-29T18:00:00+02:00", "2021-11-01T08:30:00+01:00"),
    ])
    func quietHoursEndByTheClockOnTheWall(fires: String, told: String) {
        var story = Story(
            plan: Story.plan([Story.program], mutes: [Self.quiet("08:30", "17:30")]), timetable: Self.timetable)
        #expect(story.at(fires, .fires(Story.alert, .warning)).isEmpty)
        #expect(story.advance(to: moment(told).adding(seconds: -1), []).isEmpty)
        #expect(story.at(told) == ["suppression_ended warning north#1.1"])
    }

    @Test(arguments: [
        ("2021-03-26T09:00:00+01:00", "2021-03-31T09:00:00+02:00"),
        ("2021-10-28T09:00:00+02:00", "2021-11-02T09:00:00+01:00"),
    ])
    func remindersComeAtTheSameTimeOfDay(fires: String, reminded: String) {
        var story = Story([Story.person(wait: 0, repeatAfter: .workingDays(3))], timetable: Self.timetable)
        #expect(story.at(fires, .fires(Story.alert, .warning)).count == 1)
        #expect(story.advance(to: moment(reminded).adding(seconds: -1), []).isEmpty)
        #expect(story.at(reminded) == ["reminder warning north#1.2"])
    }

    /// The announcement of a silence's end, a working day before it.
    @Test func theEndOfASilenceIsAnnouncedByTheClockOnTheWall() throws {
        let silence = try #require(
            Silence(
                Matchers([.init(.rule, ["behind"])]), from: moment("2021-03-23T09:00:00Z"),
                until: moment("2021-03-29T09:00:00+02:00")))
        var story = Story(timetable: Self.timetable)
        _ = story.at("2021-03-23T08:00:00Z", .fires(Story.alert, .warning))
        _ = story.at("2021-03-23T09:00:00Z", .act(.silence(silence)))
        #expect(story.at("2021-03-26T08:59:59+01:00").isEmpty)
        #expect(story.at("2021-03-26T09:00:00+01:00") == ["suppression_ending[- warning]+0"])
    }

    /// The next change is the first moment at which it is otherwise, quarter by quarter, whatever the clocks do: hours
    /// that begin or end in the hour that is left out, and in the one that comes twice.
    @Test(arguments: [("02:15", "02:45"), ("02:30", "03:30"), ("01:30", "02:30"), ("00:00", "23:45")])
    func theNextChangeIsTheFirst(from: String, to: String) {
        let window = Self.quiet(from, to)
        for begin in ["2021-03-27T12:00:00Z", "2021-10-30T12:00:00Z"].map(moment) {
            let quarters = (0..<(3 * 96)).map { begin.adding(seconds: Int64($0) * 900) }
            let mute = quarters.map { window.isMute(at: $0, Self.daily) }
            var next: Instant?
            for index in quarters.indices.reversed().dropFirst() {
                if mute[index + 1] != mute[index] { next = quarters[index + 1] }
                // Beyond what was looked at nothing is known.
                guard let next else { continue }
                let found = window.nextChange(after: quarters[index], Self.daily)
                #expect(found == next, "\(quarters[index].stamp(in: Samples.berlin))")
            }
        }
    }

    /// One digest each day, in the hour that is left out and in the one that comes twice as well.
    @Test(arguments: ["00:00", "02:00", "02:30", "03:00", "23:59"])
    func eachDayHasOneDigest(time: String) throws {
        let digest = Digest(.daily, at: Samples.clock(time))
        let catalog = Samples.catalog(Self.daily)
        for first in ["2021-03-25T12:00:00Z", "2021-10-28T12:00:00Z"].map(moment) {
            var now = first
            var days: [LocalDate] = []
            for _ in 0..<6 {
                let next = try #require(digest.next(after: now, catalog))
                #expect(digest.latest(after: now, upTo: next, catalog) == next)
                #expect(digest.latest(after: now, upTo: next.adding(seconds: -1), catalog) == nil)
                days.append(Self.daily.date(of: next))
                now = next
            }
            #expect(zip(days, days.dropFirst()).allSatisfy { $0.adding(days: 1) == $1 }, "\(days)")
        }
    }

    /// Friday 30 April, then Tuesday after the holiday, and the Saturday that is worked.
    @Test func dailyDigestsPassTheHolidayAndComeOnTheSwappedDay() throws {
        let digest = Digest(.daily, at: Samples.clock("08:30"))
        #expect(
            try days(of: digest, count: 7) == [
                "2021-04-30", "2021-05-04", "2021-05-05", "2021-05-06", "2021-05-07", "2021-05-08", "2021-05-10",
            ])
    }

    /// Saturday's digest comes on Monday, or the first working day after, except where Saturday is worked.
    @Test func weeklyDigestsMoveToAWorkingDay() throws {
        let digest = Digest(.weekly(.sat), at: Samples.clock("08:30"))
        #expect(try days(of: digest, count: 3) == ["2021-05-04", "2021-05-08", "2021-05-17"])
    }

    private func days(of digest: Digest, count: Int) throws -> [String] {
        let catalog = Samples.catalog(Self.timetable)
        var now = moment("2021-04-30T00:00:00+02:00")
        return try (0..<count).map { _ in
            now = try #require(digest.next(after: now, catalog))
            return Self.timetable.date(of: now).description
        }
    }

    /// Friday evening before a Saturday that is worked: told on Saturday morning, and not on Monday.
    @Test func quietHoursEndOnTheSwappedDay() {
        var story = Story(plan: Story.plan([Story.program], mutes: [Self.quiet("08:30", "17:30")]))
        #expect(story.at("2021-05-07T18:00:00Z", .fires(Story.alert, .warning)).isEmpty)
        #expect(story.at("2021-05-08T08:29:59Z").isEmpty)
        #expect(story.at("2021-05-08T08:30:00Z") == ["suppression_ended warning north#1.1"])
        #expect(story.at("2021-05-08T17:30:00Z", .ends(Story.alert)).isEmpty)
        #expect(story.at("2021-05-09T12:00:00Z").isEmpty)
        #expect(story.at("2021-05-10T08:30:00Z") == ["suppression_ended warning over north#1.2"])
    }
}
