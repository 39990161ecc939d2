import Testing

/// With `--once --as-of` the documents are a function of the files and the moment, byte for byte.
@Suite(.inTurn) struct DocumentTests {
    private static let july = "2021-07-10T09:00:00+08:00"
    private static let october = "2021-10-15T09:00:00+08:00"
    private static let documents = ["status.json", "status.txt", "alerts.json", "alerts.jsonl"]

    /// A site that has taken the seed's year.
    private func seeded(asOf: String, renamed: (String) -> String = { $0 }) async throws -> Site {
        let site = try Site()
        for name in Site.reports {
            try site.drop(try Site.seed(name), as: renamed(String(name.suffix("2021-01.csv".count))))
        }
        try site.dropSeed(Site.registers)
        try await site.once(asOf: asOf)
        return site
    }

    private func documents(_ site: Site, _ names: [String] = documents) throws -> [String: String] {
        Dictionary(uniqueKeysWithValues: try names.map { ($0, try site.read($0)) })
    }

    private func expectSame(
        _ found: [String: String], _ expected: [String: String], at location: SourceLocation = #_sourceLocation
    ) {
        for name in expected.keys.sorted() {
            #expect(
                difference(found[name] ?? "", expected[name] ?? "") == nil, "\(name)", sourceLocation: location)
        }
    }

    @Test func twoFreshDirectoriesGiveTheSameBytes() async throws {
        let (one, other) = (try await seeded(asOf: Self.july), try await seeded(asOf: Self.july))
        try expectSame(documents(other), documents(one))
        #expect(try one.read("alerts.jsonl").count > 10_000)
    }

    @Test func askingAgainChangesNothing() async throws {
        let site = try await seeded(asOf: Self.july)
        let before = (try documents(site), try site.ledger())
        try await site.once(asOf: Self.july)
        try expectSame(documents(site), before.0)
        #expect(difference(try site.ledger(), before.1) == nil)
    }

    @Test func theSameFilesAgainChangeNothing() async throws {
        let site = try await seeded(asOf: Self.july)
        let before = (try documents(site), try site.ledger(), try site.listing("accepted"))
        try site.dropSeed(Site.reports + Site.registers)
        try await site.once(asOf: Self.july)
        try expectSame(documents(site), before.0)
        #expect(difference(try site.ledger(), before.1) == nil)
        #expect(try site.listing("accepted") == before.2)
        #expect(try site.listing("inbox") == ["registers", "units"])
    }

    @Test func anEarlierMomentAfterALaterOneIsShownAsItWas() async throws {
        let (fresh, later) = (try await seeded(asOf: Self.july), try await seeded(asOf: Self.october))
        let log = try later.read("alerts.jsonl")
        let ledger = try later.ledger()
        try await later.once(asOf: Self.july)
        let shown = ["status.json", "status.txt", "alerts.json"]
        try expectSame(documents(later, shown), documents(fresh, shown))
        #expect(difference(try later.ledger(), ledger) == nil, "looking back decides nothing")
        #expect(difference(try later.read("alerts.jsonl"), log) == nil)
        #expect(log.hasPrefix(try fresh.read("alerts.jsonl")), "later history continues the earlier one")
    }

    @Test(arguments: ["9999-12-31T00:00:00Z", "0001-01-01T00:00:00Z", "2021-10-15", "2021-10-15T09:00:00", "x"])
    func aMomentThatCannotBeIsRefused(moment: String) async throws {
        let site = try Site()
        let (_, said) = try await site.once(asOf: moment, expecting: .code(64))
        #expect(said.contains("'\(moment)' "), "\(said)")
        #expect(!site.exists("status.json"))
    }

    @Test func aLookBackDoesNotDisturbWhatFollows() async throws {
        let (straight, wandering) = (try await seeded(asOf: Self.october), try await seeded(asOf: Self.october))
        try await wandering.once(asOf: Self.july)
        try await wandering.once(asOf: Self.october)
        try expectSame(documents(wandering), documents(straight))
    }

    @Test func theStepsOnTheWayDoNotMatter() async throws {
        let (straight, stepping) = (try await seeded(asOf: Self.october), try await seeded(asOf: Self.july))
        for moment in ["2021-08-06T17:30:00+08:00", "2021-09-01T00:00:00+08:00", Self.october] {
            try await stepping.once(asOf: moment)
        }
        try expectSame(documents(stepping), documents(straight))
    }

    @Test func theOrderInWhichFilesAreTakenDoesNotMatter() async throws {
        let plain = try await seeded(asOf: Self.july)
        // Files are taken by name: these names turn the months around.
        let turned = try await seeded(asOf: Self.july) { name in
            String(9 - (Int(name.dropFirst(5).prefix(2)) ?? 0)) + ".csv"
        }
        #expect(try turned.listing("accepted").first == "0.csv")
        try expectSame(documents(turned), documents(plain))
    }

    @Test func filesThatComeOneByOneEndInTheSameFigures() async throws {
        let whole = try await seeded(asOf: Self.july)
        let piecemeal = try Site()
        for name in Site.registers + Site.reports.reversed() {
            try piecemeal.dropSeed([name])
            try await piecemeal.once(asOf: Self.july)
        }
        func figures(_ site: Site) throws -> [[Json?]] {
            (try site.status()["targets"]?.list ?? []).map { target in
                [target["id"], target["value"], target["pace_ratio"], target["light"], target["units"]]
            }
        }
        #expect(try figures(piecemeal) == figures(whole))
        #expect(try piecemeal.status()["reports"] == whole.status()["reports"])
    }
}
