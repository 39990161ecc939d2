import KPICore
import Testing

/// Targets of the illustrative year that are more than one number, or no number that adds up.
struct SeedKindsTests {
    private static let july = moment("2021-07-10T09:00:00+08:00")
    private static let october = moment("2021-10-15T09:00:00+08:00")

    private func assess(_ target: TargetID, _ asOf: Instant = july) throws -> TargetAssessment {
        try SeedYear.whole.get().assess(target, asOf: asOf)
    }

    private func states(_ target: TargetID, _ asOf: Instant = july) throws -> [String] {
        try assess(target, asOf).parts.map { "\($0.id) \($0.state.rawValue)" }
    }

    @Test func noSocietyWasRegisteredWithoutThePrecondition() throws {
        let july = try assess("party.prereq")
        #expect(july.whole.value == 0 && july.whole.light == .achieved && july.ref == day("2021-07-10"), "day by day")
        #expect(july.parts.map(\.id) == ["SOC-053"] && july.parts[0].label.zh == "示例学会53")
        #expect(try assess("party.prereq", Self.october).parts.map(\.id) == ["SOC-053", "SOC-054"])
    }

    @Test func everyQuarterHadItsMeeting() throws {
        #expect(try states("party.meeting") == ["2021Q1 met", "2021Q2 met"])
        let october = try assess("party.meeting", Self.october)
        #expect(october.whole.value == 1 && october.whole.measurement?.denominator == 3)
    }

    @Test(
        arguments: [
            ("party.plan", "done done"), ("bridge.plan", "done done_late"), ("day.stwd", "done done"),
            ("talent.forum", "held done"),
        ] as [(TargetID, String)])
    func whatWasDueBySpringIsDone(target: TargetID, state: String) throws {
        #expect(try states(target) == [state])
        #expect(try assess(target).whole.light == .achieved)
    }

    @Test func theBasesAreOnTheirWay() throws {
        #expect(try states("base.robot") == ["applied done", "accepted open", "approved open"])
        #expect(try states("base.robot", Self.october) == ["applied done", "accepted done_late", "approved open"])
        #expect(try assess("base.robot", Self.october).whole.light == .onTrack)
        #expect(try states("base.agri", Self.october) == ["applied done", "approved done", "awarded done"])
        let july = try assess("base.agri").whole
        #expect(july.measurement?.numerator == 2 && july.measurement?.denominator == 3 && july.light == .onTrack)
    }

    /// Done is not closed.
    @Test func sixOfSevenMeasuresThatAreDoneAreClosed() throws {
        let july = try assess("bridge.measures")
        #expect(july.parts.count == 16 && july.parts.filter(\.isDone).count == 7)
        #expect(july.parts.filter { $0.state == .closed }.count == 6 && july.whole.value == 6.0 / 16)
        #expect(july.parts.filter { $0.isDone && $0.state != .closed }.map(\.id) == ["M07"])
        #expect(july.parts.filter(\.isLate).isEmpty && july.whole.light == .attention)
        let october = try assess("bridge.measures", Self.october)
        #expect(october.parts.filter { $0.state == .closed }.count == 10)
        #expect(october.parts.filter { $0.state == .overdue }.map(\.id) == ["M13"])
    }

    @Test func studySessionsAndForumsAreCountedByTheirNames() throws {
        let sessions = try assess("study.sessions", Self.october)
        #expect(sessions.parts.map(\.value) == [3, 1, 1, 1] && sessions.whole.measurement?.numerator == 2)
        #expect(try assess("event.series", Self.october).parts.map(\.value) == [2, 1, 1])
        #expect(try assess("event.series", Self.october).whole.light == .achieved)
    }

    /// 14 rows name 12 societies; by county 4, 6 and 4.
    @Test func theThreeCountiesAreCovered() throws {
        let counties = try assess("link.counties")
        #expect(counties.parts.map { "\($0.label.zh) \(Int($0.value))" } == ["汶上县 4", "兖州区 6", "梁山县 4"])
        #expect(counties.whole.value == 1 && counties.whole.light == .achieved)
    }

    /// The middle of 20 needs in June and of 28 in September, worked out from the register by another program.
    @Test func answersAreGivenInWorkingDays() throws {
        #expect(try assess("bridge.response").whole.value == 15.5)
        #expect(try assess("bridge.response", Self.october).whole.value == 18.5)
    }

    @Test func placesAndStocksAreTheLatest() throws {
        let rank = try assess("patent.rank").whole
        #expect(rank.value == 3 && rank.light == .achieved && rank.progress == nil && rank.course.change == -1)
        let stock = try assess("talent.stock", Self.october).whole
        #expect(stock.value == 120_380 && stock.isAchieved == true && stock.light == .achieved)
    }

    @Test(
        arguments: ["talent.industry_cover", "award.media", "dock.industry231", "study.history", "brand.curiosity"]
            as [TargetID])
    func whereNothingCameNothingIsClaimed(target: TargetID) throws {
        let found = try assess(target, Self.october)
        #expect(found.whole.value == nil && found.whole.light == .noData)
    }

    /// One who notes that 20 came, or nothing, has not held the forum that was planned.
    @Test(arguments: ["20人参会", "参会人员很多", "", "约人参会"])
    func theForumWantsItsParticipants(note: String) throws {
        let year = try SeedYear.load { file, text in text.replacing("21人参会", with: note) }
        let forum = try year.assess("talent.forum", asOf: Self.july)
        #expect(forum.whole.value == 0 && forum.parts.map(\.state) == [.overdue])
    }

    @Test func everyTargetOfTheSeedIsThere() throws {
        let catalog = try SeedYear.whole.get().catalog
        let sections = Dictionary(grouping: catalog.targets, by: \.section.id).mapValues(\.count)
        #expect(sections == ["A": 13, "B": 13, "C": 16, "D": 2])
        #expect(Set(catalog.targets.map(\.kind)) == Set(Kind.allCases))
        #expect(catalog.targets.filter(\.isVeto).map(\.id) == ["party.prereq"])
    }

    @Test func nobodyOwesMoreThanWasSent() throws {
        for asOf in [Self.july, Self.october] {
            let rate = try assess("data.completeness", asOf).whole
            #expect(rate.value == 1 && rate.light == .achieved)
        }
    }
}
