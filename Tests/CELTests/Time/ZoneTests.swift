import Foundation
import Testing

@testable import CEL

/// Zones are read from the system's own files; what they say is checked against facts that anyone can look up.
struct ZoneTests {
    static func zone(_ name: String) throws -> Zone {
        let bytes = try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/\(name)"))
        return try #require(TZif.zone(name: name, bytes: Array(bytes)))
    }

    static func seconds(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0) throws -> Int64 {
        let date = try #require(CivilDate(year: year, month: month, day: day))
        return Int64(date.daysSinceEpoch) * 86_400 + Int64(hour * 3600 + minute * 60)
    }

    @Test(arguments: [
        ("Asia/Shanghai", 2021, 7, 1, 8 * 3600), ("Asia/Shanghai", 1988, 7, 1, 9 * 3600),
        ("Asia/Shanghai", 2090, 7, 1, 8 * 3600), ("Europe/Berlin", 2021, 7, 1, 7200),
        ("Europe/Berlin", 2090, 1, 1, 3600), ("Europe/Berlin", 2090, 7, 1, 7200),
        ("America/New_York", 2060, 7, 1, -4 * 3600), ("Australia/Sydney", 2060, 1, 1, 11 * 3600),
        ("Australia/Sydney", 2060, 7, 1, 10 * 3600), ("Asia/Kathmandu", 2021, 1, 1, 20_700),
    ])
    func offset(name: String, year: Int, month: Int, day: Int, offset: Int) throws {
        #expect(try Self.zone(name).offset(at: Self.seconds(year, month, day, 12)) == offset)
    }

    @Test func aTimeThatClocksSkipIsReadWithTheOffsetBefore() throws {
        let berlin = try Self.zone("Europe/Berlin")
        let local = try Self.seconds(2021, 3, 28, 2, 30)
        #expect(berlin.seconds(local: local) == local - 3600)
        #expect(berlin.offset(at: local - 3600) == 7200, "02:30 in the gap is 03:30 summer time")
    }

    @Test func aTimeShownTwiceMeansTheFirst() throws {
        let berlin = try Self.zone("Europe/Berlin")
        let local = try Self.seconds(2021, 10, 31, 2, 30)
        #expect(berlin.seconds(local: local) == local - 7200)
    }

    @Test func everyLocalHourOfAYearLeadsThereAndBack() throws {
        for name in ["Asia/Shanghai", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe"] {
            let zone = try Self.zone(name)
            let start = try Self.seconds(2050, 1, 1, 0)
            for hour in stride(from: 0, to: 8760, by: 5) {
                let moment = start + Int64(hour) * 3600
                let local = moment + Int64(zone.offset(at: moment))
                let back = zone.seconds(local: local)
                #expect(back == moment || back + Int64(zone.offset(at: back)) == local, "\(name) hour \(hour)")
            }
        }
    }

    @Test func brokenFilesAreRefused() throws {
        let bytes = Array(try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Europe/Berlin")))
        #expect(TZif.zone(name: "x", bytes: []) == nil)
        for length in stride(from: 0, to: bytes.count / 2, by: 7) {
            #expect(TZif.zone(name: "x", bytes: Array(bytes.prefix(length))) == nil)
        }
    }

    @Test func civilDatesLeadThereAndBack() {
        for days in stride(from: -800_000, to: 800_000, by: 37) {
            let date = CivilDate(daysSinceEpoch: days)
            #expect(date.daysSinceEpoch == days)
            #expect(CivilDate(year: date.year, month: date.month, day: date.day) == date)
        }
        #expect(CivilDate(year: 2021, month: 2, day: 29) == nil)
        #expect(CivilDate(year: 2021, month: 7, day: 10)?.dayOfWeek == 6)
        #expect(CivilDate(year: 2021, month: 6, day: 30)?.dayOfYear == 181)
    }
}
