import Testing

/// What was circulated at a moment of the past can be computed again, whatever was corrected since.
@Suite(.inTurn) struct CirculatedTests {
    private static let april = "2021-04-09T09:00:00+08:00"
    private static let july = "2021-07-10T09:00:00+08:00"

    private func history(_ site: Site, _ target: String = "talent.recruits") throws -> [String: Json] {
        let periods = try site.target(target)["history"]?.list ?? []
        return Dictionary(
            uniqueKeysWithValues: periods.compactMap { record in record["period"]?.text.map { ($0, record) } })
    }

    /// March of Rencheng is corrected from 1 to 9 in May, after its month was judged and circulated.
    @Test func aCorrectionAfterTheDeadlineChangesWhatIsKnownAndNotWhatWasJudged() async throws {
        let site = try Site()
        try site.dropSeed(Site.reports + Site.registers)
        try await site.once(asOf: Self.april)
        let circulated = try ["status.json", "status.txt", "alerts.json"].map { try site.read($0) }
        let then = try #require(try history(site)["2021-03"])
        #expect(then["corrected"] == .bool(false) && then["value_now"] == then["value"])
        let value = try #require(then["value"]?.number)
        let header = "indicator,unit,period,form,value,measure_unit,revision,submitted_at,note\n"
        try site.drop(
            header + "talent.recruits,370811,2021-03,delta,9,人,2,2021-05-20T10:00:00+08:00,漏登\n", as: "correction.csv")
        try await site.once(asOf: Self.july)
        let now = try #require(try history(site)["2021-03"])
        #expect(now["value"]?.number == value && now["light"] == then["light"], "as it was circulated")
        #expect(now["value_now"]?.number == value + 8 && now["corrected"] == .bool(true))
        #expect(try history(site)["2021-06"]?["corrected"] == .bool(false), "June was judged with it")
        try await site.once(asOf: Self.april)
        let again = try ["status.json", "status.txt", "alerts.json"].map { try site.read($0) }
        for (again, circulated) in zip(again, circulated) {
            // How kpid itself is has its own time.
            #expect(difference(again, circulated) == nil)
        }
    }
}
