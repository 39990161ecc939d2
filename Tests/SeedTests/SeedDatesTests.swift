import KPICore
import Testing

/// Other dates of the illustrative year, by what the report says of its end of September.
struct SeedDatesTests {
    private static let october12 = moment("2021-10-12T09:00:00+08:00")
    private static let october15 = moment("2021-10-15T09:00:00+08:00")

    /// Fifth working day after September: 8, 9 (a worked Saturday), 11, 12 and 13 October.
    @Test(
        arguments: [
            ("2021-10-12T09:00:00+08:00", "2021-08-31"), ("2021-10-13T17:29:59+08:00", "2021-08-31"),
            ("2021-10-13T17:30:00+08:00", "2021-09-30"), ("2021-10-15T09:00:00+08:00", "2021-09-30"),
        ] as [(String, String)])
    func septemberIsJudgedWhenItIsDue(asOf: String, ref: String) throws {
        let year = try SeedYear.whole.get()
        #expect(try year.assess("talent.recruits", asOf: moment(asOf)).ref == day(ref))
        #expect(year.status(asOf: moment(asOf)).ref == ref)
    }

    @Test func quartersAreJudgedByTheQuarter() throws {
        let year = try SeedYear.whole.get()
        #expect(try year.assess("title.senior", asOf: Self.october12).ref == day("2021-06-30"))
        #expect(try year.assess("title.senior", asOf: Self.october15).ref == day("2021-09-30"))
    }

    /// September's reports had come by the 12th, and do not count yet.
    @Test func whatCameEarlyIsNotJudgedEarly() throws {
        let year = try SeedYear.whole.get()
        let early = try year.assess("talent.recruits", asOf: Self.october12).whole
        let due = try year.assess("talent.recruits", asOf: Self.october15).whole
        #expect(try #require(early.value) < 130 && early.isAchieved == false)
        #expect(try #require(due.value) >= 130 && due.isAchieved == true && due.light == .achieved)
        #expect(due.course.achievedOn == day("2021-09-30"))
    }

    @Test(
        arguments: [
            ("event.academic", 70.0), ("station.total", 20), ("link.societies", 20), ("intent.platform", 50),
            ("title.senior", 12), ("award.province", 2), ("award.huaihai", 4), ("contest.provinces", 10),
            ("contest.universities", 70), ("contest.teams", 1000),
        ] as [(String, Double)])
    func atTheEndOfSeptemberMoreThanTheReportSaysIsDone(target: String, atLeast: Double) throws {
        let found = try SeedYear.whole.get().assess(TargetID(target), asOf: Self.october15).whole
        #expect(try #require(found.value) >= atLeast && found.light == .achieved)
    }

    @Test(
        arguments: [
            ("agreement.total", 7.0), ("link.societies", 22), ("patent.enterprises", 1241), ("patent.searches", 2178),
            ("patent.selected", 6618), ("award.zuimei", 10), ("award.nominee", 20),
        ] as [(String, Double)])
    func someFiguresAreExact(target: String, value: Double) throws {
        let found = try SeedYear.whole.get().assess(TargetID(target), asOf: Self.october15).whole
        #expect(found.value == value && found.isAchieved == true)
    }

    @Test func everySocietyHasItsPartyOrganisation() throws {
        let found = try SeedYear.whole.get().assess("party.coverage", asOf: Self.october15).whole
        #expect(found.measurement?.numerator == 54 && found.measurement?.denominator == 54 && found.value == 1)
    }

    /// 26 rows name 22 societies; the counties' numbers add up to more than the city's.
    @Test func societiesAreCountedOnceOverAllCounties() throws {
        let found = try SeedYear.whole.get().assess("link.societies", asOf: Self.october15)
        let counties = found.units.dropFirst().compactMap { $0?.value }
        #expect(counties.count == 3 && counties.reduce(0, +) > 22)
    }

    /// A stock whose opening value nobody knows has no pace: before it is met there is no light either.
    /// As of July, from other-2021-07-10.yaml.
    @Test(arguments: [("patent.enterprises", 1178.0), ("patent.searches", 1183), ("patent.selected", 3420)])
    func patentsInJuly(target: String, value: Double) throws {
        let july = try SeedYear.whole.get().assess(TargetID(target), asOf: moment("2021-07-10T09:00:00+08:00"))
        #expect(july.whole.value == value)
    }

    @Test func patentsHaveAValueAndNoPace() throws {
        let july = try SeedYear.whole.get().assess("patent.enterprises", asOf: moment("2021-07-10T09:00:00+08:00"))
            .whole
        #expect(july.value == 1178 && july.progress == nil && july.paceRatio == nil && july.light == .noData)
    }

    /// 62 of 130 in June, of which Sishui reported nothing; with 3 from Sishui it is 65.
    @Test func oneCellChangesWhatIsShown() throws {
        let from = "talent.recruits,370831,2021-06,delta,0,"
        var changes = 0
        let changed = try SeedYear.load { file, text in
            guard file.hasSuffix("2021-06.csv"), text.contains(from) else { return text }
            changes += 1
            return text.replacing(from, with: "talent.recruits,370831,2021-06,delta,3,")
        }
        #expect(changes == 1)
        let asOf = moment("2021-07-10T09:00:00+08:00")
        let before = try SeedYear.whole.get().status(asOf: asOf)
        let after = changed.status(asOf: asOf)
        let recruits = { (status: StatusDocument) in status.targets.first { $0.whole.id == "talent.recruits" } }
        #expect(recruits(before)?.whole.value == 62 && recruits(after)?.whole.value == 65)
        let sishui = { (status: StatusDocument) in recruits(status)?.units.first { $0.id == "370831" } }
        #expect(sishui(before)?.light == "off_track" && sishui(after)?.light == "on_track")
        #expect(before.json.pretty != after.json.pretty)
        #expect(before.json.pretty == (try SeedYear.load().status(asOf: asOf).json.pretty), "and nothing else does")
    }
}
