import KPICore
import Testing

/// What people see of the illustrative year beside its figures: parts, periods, and figures that are told twice.
struct SeedHistoryTests {
    private static let july = moment("2021-07-10T09:00:00+08:00")
    private static let october = moment("2021-10-15T09:00:00+08:00")

    /// Made once: nothing in them changes.
    private static let documents = [july, october].map { asOf in
        Result { (asOf, try SeedYear.whole.get().status(asOf: asOf)) }
    }

    private func document(_ asOf: Instant = july) throws -> StatusDocument {
        try #require(Self.documents.map { try $0.get() }.first { $0.0 == asOf }).1
    }

    private func target(_ id: String, _ asOf: Instant = july) throws -> TargetStatus {
        try #require(document(asOf).targets.first { $0.whole.id == id })
    }

    private func states(_ id: String, _ asOf: Instant = july) throws -> [String] {
        try target(id, asOf).history.map(\.state)
    }

    /// Every figure in the history is the one that was shown when its period had just become due.
    @Test func theHistoryIsWhatWasCirculated() throws {
        let year = try SeedYear.whole.get()
        var compared = 0
        for target in try document(Self.october).targets {
            for period in target.history {
                let then = try year.assess(TargetID(target.whole.id), asOf: moment(period.due))
                // What is judged day by day was judged up to the day of the deadline.
                guard then.ref.description == period.ref else { continue }
                #expect(then.whole.value == period.value, "\(target.whole.id) \(period.period)")
                #expect(then.whole.light.rawValue == period.light && then.whole.planned == period.planned)
                compared += 1
            }
        }
        #expect(compared > 250)
    }

    /// 5 in January are 3.8% of 130 where 8.5% were planned; 62 in June make up for all that was behind before.
    @Test func monthsThatWereBehindAreMadeUp() throws {
        #expect(try states("talent.recruits") == ["made_up", "made_up", "made_up", "made_up", "made_up", "met"])
        let january = try #require(try target("talent.recruits").history.first)
        #expect(january.value == 5 && january.light == "off_track")
        #expect(january.due == "2021-02-05T17:30:00+08:00" && !january.corrected)
    }

    @Test func whatComesOnceIsNotMissingBefore() throws {
        #expect(try states("contest.teams", Self.october) == Array(repeating: "not_judged", count: 8) + ["met"])
        #expect(try states("patent.enterprises", Self.october) == ["not_judged", "not_judged", "met"])
        #expect(try target("brand.curiosity").history.isEmpty && target("brand.curiosity").measured == false)
    }

    /// Fourth in the first quarter and third in the second: the first stays missed.
    @Test func aRankIsNotMadeUp() throws {
        #expect(try states("patent.rank") == ["missed", "met"])
        #expect(try target("patent.rank").outOf == 16)
    }

    @Test func doneIsNotClosed() throws {
        let measures = try target("bridge.measures").parts
        #expect(measures.count == 16 && measures.filter(\.met).count == 6)
        let seventh = try #require(measures.first { $0.id == "M07" })
        #expect(seventh.state == "done" && !seventh.met && seventh.due == "2021-06-28" && seventh.owner == "组织部")
        #expect(try target("bridge.measures", Self.october).parts.filter { $0.state == "overdue" }.map(\.id) == ["M13"])
    }

    @Test func theGateSaysHowManyItHasLookedAt() throws {
        let july = try target("party.prereq")
        #expect(july.parts.isEmpty && july.lookedAt == 1 && july.veto)
        #expect(try target("party.prereq", Self.october).lookedAt == 2)
    }

    /// The societies report their coverage, and the register counts it.
    @Test(arguments: [(july, 48.0 / 53), (october, 1)] as [(Instant, Double)])
    func theReportedCoverageAgreesWithTheRegister(asOf: Instant, value: Double) throws {
        let coverage = try target("party.coverage", asOf)
        #expect(coverage.whole.value == value && coverage.whole.own == value && coverage.whole.ownFinding == nil)
        #expect(try document(asOf).targets.allSatisfy { !$0.whole.lightSuspect && $0.whole.ownFinding == nil })
    }

    @Test func aReportThatIsNotWhatTheRegisterSaysIsAFinding() throws {
        let from = "party.coverage,SOC,2021-06,level,0.9057,48,53,"
        let year = try SeedYear.load { file, text in
            file.hasSuffix("2021-06.csv")
                ? text.replacing(from, with: "party.coverage,SOC,2021-06,level,0.9434,50,53,") : text
        }
        let coverage = try #require(year.status(asOf: Self.july).targets.first { $0.whole.id == "party.coverage" })
        #expect(coverage.whole.value == 48.0 / 53 && coverage.whole.light == "on_track" && coverage.whole.lightSuspect)
        #expect(
            coverage.whole.ownFinding
                == Label(zh: "上报 50/53，台账为 48/53", en: "50/53 is reported; the register says 48/53"))
    }
}
