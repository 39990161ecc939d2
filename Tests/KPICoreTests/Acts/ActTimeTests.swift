import CEL
import Testing

@testable import KPICore

/// Times and lengths of time as people type them.
struct ActTimeTests {
    private let shanghai = Timetable(
        zone: .init(name: "Asia/Shanghai", first: 28_800, changes: []),
        calendar: WorkCalendar(
            name: "china",
            years: [2021: .init(holidays: Set((1...7).map { day("2021-10-0\($0)") }), swapped: [day("2021-10-09")])]))
    private let now = moment("2021-09-30T10:00:00+08:00")

    private func end(until: String? = nil, for delay: String? = nil, from: String? = nil) throws -> String? {
        let span = ActSpan(from: from, until: until, for: delay)
        return try span.end(from: try span.start(at: now, shanghai), shanghai)?.stamp(in: shanghai.zone)
    }

    @Test func aTimeIsReadByTheOrganisationsClock() throws {
        #expect(try end(until: "2021-12-31 17:00") == "2021-12-31T17:00:00+08:00")
        #expect(try end(until: "2021-12-31T17:00") == "2021-12-31T17:00:00+08:00")
        #expect(try end(until: "2021-12-31T09:00:00Z") == "2021-12-31T17:00:00+08:00")
        #expect(try end() == nil)
    }

    @Test func untilADayIsThroughIt() throws {
        #expect(try end(until: "2021-12-31") == "2022-01-01T00:00:00+08:00")
        #expect(
            try ActSpan(from: "2021-10-01").start(at: now, shanghai).stamp(in: shanghai.zone)
                == "2021-10-01T00:00:00+08:00")
    }

    @Test(arguments: [
        ("12h", "2021-09-30T22:00:00+08:00"), ("3d", "2021-10-03T10:00:00+08:00"),
        ("1h30m", "2021-09-30T11:30:00+08:00"),
        // A week of holidays, and a Saturday that is worked.
        ("2 working days", "2021-10-09T10:00:00+08:00"), ("1 working day", "2021-10-08T10:00:00+08:00"),
        ("2个工作日", "2021-10-09T10:00:00+08:00"), ("2 个工作日", "2021-10-09T10:00:00+08:00"),
    ])
    func aLengthIsCountedFromTheBeginning(delay: String, expected: String) throws {
        #expect(try end(for: delay) == expected)
        let later = try #require(try end(for: "3d", from: "2021-10-01"))
        #expect(later == "2021-10-04T00:00:00+08:00")
    }

    @Test(arguments: [
        "", "3", "d", "-3d", "3 d", "3w", "30m1h", "1.5h", "0d", "4000d", "9999999999d", "working days",
        "0 working days", "4000 working days", "3d 2 working days", "٣d", "2 periods",
    ])
    func whatIsNoLengthIsRefused(delay: String) {
        #expect(Delay(typed: delay) == nil)
        #expect(throws: ActRefusal.self) { try end(for: delay) }
    }

    @Test(arguments: [
        "", "tomorrow", "2021-02-30", "2021-12-31 25:00", "2021-12-31 17", "17:00", "2021-12-31 17:00 ",
        "2021-12-31 9:00",
    ])
    func whatIsNoTimeIsRefused(text: String) {
        #expect(throws: ActRefusal.self) { try end(until: text) }
        #expect(throws: ActRefusal.self) { try ActSpan(from: text).start(at: now, shanghai) }
    }

    @Test func anEndIsSaidOnce() {
        #expect(throws: ActRefusal.self) { try end(until: "2021-12-31", for: "3d") }
    }
}
