import CEL
import Testing

@testable import KPICore

struct DateTests {
    @Test(
        arguments: [
            ("2021-07-10T09:00:00+08:00", 1_625_878_800), ("2021-07-10T01:00:00Z", 1_625_878_800),
            ("2021-07-09T20:30-04:30", 1_625_878_800), ("2021-07-10 09:00+08:00", 1_625_878_800),
            ("1969-12-31T23:59:59Z", -1),
        ] as [(String, Int64)])
    func momentsNeedAnOffset(text: String, seconds: Int64) {
        #expect(Instant(text) == Instant(seconds: seconds))
    }

    @Test(arguments: [
        "2021-07-10T09:00:00", "2021-07-10", "2021-02-29T09:00:00Z", "2021-07-10T24:00:00Z", "2021-07-10T09:60:00Z",
        "2021-07-10T09:00:60Z", "2021-07-10T09:00:00.Z", "2021-07-10T09:00:00+8:00", "2021-07-10T09:00:00Zx", "",
    ])
    func whatIsNoMomentIsRefused(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test func fractionsAreKeptToTheMillisecond() {
        #expect(Instant("1970-01-01T00:00:00.25Z")?.milliseconds == 250)
        #expect(Instant("1970-01-01T00:00:00.0019Z")?.milliseconds == 1)
        #expect(Instant(milliseconds: -1).seconds == -1, "rounded down, before 1970 too")
    }

    @Test func stampsShowTheZonesClock() {
        let summer = moment("2021-07-10T01:00:00Z")
        #expect(summer.stamp(in: Samples.berlin) == "2021-07-10T03:00:00+02:00")
        #expect(summer.stamp(in: .utc) == "2021-07-10T01:00:00+00:00")
        #expect(
            moment("2021-01-01T02:00:00Z").stamp(in: .init(name: "NST", first: -12600)) == "2020-12-31T22:30:00-03:30")
    }

    @Test func weekdaysGoRound() {
        #expect(day("2021-10-15").weekday == .fri && day("2021-10-17").weekday == .sun)
        #expect(day("1969-12-31").weekday == .wed && day("2000-02-29").weekday == .tue)
    }

    @Test func daysAreCountedInclusively() {
        #expect(days("2021-01-01", "2021-06-30").days == 181)
        #expect(DateRange(day("2021-01-02"), day("2021-01-01")) == nil)
        #expect(days("2021-01-01", "2021-01-31").overlaps(days("2021-01-31", "2021-02-02")))
        #expect(!days("2021-01-01", "2021-01-30").overlaps(days("2021-01-31", "2021-02-02")))
    }

    @Test(arguments: [("17:30", 1050), ("00:00", 0), ("24:00", 1440)] as [(String, Int)])
    func timesOfDay(text: String, minutes: Int) {
        #expect(TimeOfDay(text)?.minutes == minutes && TimeOfDay(text)?.description == text)
    }

    @Test(arguments: ["24:01", "7:30", "17:60", "1730", "17:30:00", ""])
    func whatNoClockShows(text: String) {
        #expect(TimeOfDay(text) == nil)
    }
}
