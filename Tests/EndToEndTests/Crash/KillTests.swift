import TestServers
import Testing

/// Killed with SIGKILL at any write of a round and started again, kpid ends in the same state.
@Suite(.serialized, .inTurn) struct KillTests {
    private static let july = "2021-07-10T09:00:00+08:00"
    private static let small = ["reports/clean/2021-01.csv", "registers/stations.csv"]

    private struct End: Equatable {
        let documents: [String: String]
        let ledger: [String]
        let files: [String]
        /// What the receipts say, but for when.
        let receipts: [String: [Json?]]
    }

    private func end(_ site: Site) throws -> End {
        var receipts: [String: [Json?]] = [:]
        let files = try site.listing("").filter { !$0.hasPrefix("ledger.sqlite-") }
        for name in files where name.hasSuffix(".receipt.json") {
            let receipt = try site.json(name)
            receipts[name] = ["file", "sha256", "rows", "findings"].map { receipt[$0] }
        }
        let names = ["status.json", "status.txt", "alerts.json", "alerts.jsonl"]
        return End(
            documents: Dictionary(uniqueKeysWithValues: try names.map { ($0, try site.read($0)) }),
            ledger: try site.ledger(), files: files, receipts: receipts)
    }

    /// Kills at one point, if the round comes to it, and runs again.
    private func end(killedAt point: Int?, like template: Site) async throws -> (end: End, wasKilled: Bool) {
        let site = try Site(copying: template)
        let environment = point.map { ["KPID_FAULT_POINT": "\($0)"] } ?? [:]
        let exit = try await site.once(asOf: Self.july, environment: environment, expecting: nil).exit
        guard exit != .code(0) else { return (try end(site), false) }
        guard exit == .signal(9) else { throw Failure("it ended with \(exit) and not by the signal") }
        try await site.once(asOf: Self.july)
        return (try end(site), true)
    }

    /// - Returns: how many points there are.
    private func killEverywhere(after prepare: (Site) async throws -> Void) async throws -> Int {
        let template = try Site()
        try template.keep(targets: "a-unity.yaml")
        try template.tellNobody()  // a year of notices is killed elsewhere
        try await prepare(template)
        let expected = try await end(killedAt: nil, like: template)
        var point = 1
        while true {
            let run = try await end(killedAt: point, like: template)
            compare(run.end, expected.end, "killed at point \(point)")
            guard run.wasKilled else { return point - 1 }
            point += 1
        }
    }

    private func compare(_ found: End, _ expected: End, _ place: String) {
        for (name, text) in expected.documents {
            #expect(difference(found.documents[name] ?? "", text) == nil, "\(name), \(place)")
        }
        #expect(difference(found.ledger, expected.ledger) == nil, "\(place)")
        #expect(found.files == expected.files, "\(place)")
        #expect(found.receipts == expected.receipts, "\(place)")
    }

    @Test func aFirstRound() async throws {
        let points = try await killEverywhere { try $0.dropSeed(Self.small) }
        #expect(points > 30)
    }

    /// A correction ends alerts for another reason than a new figure would, also when the crash falls between taking
    /// it and judging by it.
    @Test func aRoundWithACorrection() async throws {
        let points = try await killEverywhere { site in
            try site.dropSeed(Self.small + ["reports/clean/2021-02.csv"])
            try await site.once(asOf: Self.july)
            let june = """
                indicator,unit,period,form,value,numerator,denominator,measure_unit,basis,revision,submitted_at,note
                talent.recruits,370811,2021-02,delta,90,,,人,actual,2,2021-07-09T10:00:00+08:00,补录

                """
            try site.drop(june, as: "correction.csv")
        }
        #expect(points > 15)
    }

    /// The same name with another content, a file that is refused whole, and an upload that takes rows out.
    @Test func aRoundWithAwkwardFiles() async throws {
        let points = try await killEverywhere { site in
            try site.dropSeed(Self.small)
            try await site.once(asOf: Self.july)
            try site.drop(try Site.seed("reports/clean/2021-03.csv"), as: "2021-01.csv")
            try site.drop("no,such,columns\n1,2,3\n", as: "bad.csv")
            let stations = try Site.seed("registers/stations.csv").split(separator: "\n").prefix(12)
            try site.drop(stations.joined(separator: "\n") + "\n", as: "registers/stations.csv")
        }
        #expect(points > 25)
    }

    /// The whole year has too many points for all of them; these are spread over it, and they are the same each time.
    @Test func theWholeYear() async throws {
        let template = try Site()
        try template.dropSeed(Site.reports + Site.registers)
        let expected = try await end(killedAt: nil, like: template)
        // Each file takes ten points, and the documents, the log and the folder some more.
        var last = 0
        for point in stride(from: 1, through: 400, by: 23) {
            let run = try await end(killedAt: point, like: template)
            compare(run.end, expected.end, "killed at point \(point)")
            guard run.wasKilled else { break }
            last = point
        }
        #expect(last > 120)
    }
}
