import Testing

@testable import KPICore

/// Acts are read back as they were written.
struct ActJSONTests {
    private static let from = Instant(milliseconds: 1_633_000_000_045)
    private static let until = Instant(milliseconds: 1_633_100_000_000)
    private static let alert = AlertIdentity(rule: "late", target: "visits", unit: "north", scope: "2021-10")
    static let deeds: [Deed] = [
        .acknowledge(
            Acknowledgement(alert: alert, episode: 2, severity: .warning, isSticky: true, until: from)),
        .acknowledge(Acknowledgement(alert: alert, episode: 1, severity: .critical)),
        Silence(
            Matchers([
                .init(.unit, ["north", "a,b"]), .init(.severity, ["critical"], isNegated: true),
                .init(.tag, ["\"x\"*"]),
            ]), from: from, until: until
        ).map { .silence($0) },
        Maintenance("north", from: from, until: until).map { .maintain($0) },
        .undo(7),
    ].compactMap { $0 }

    @Test(arguments: deeds) func aDeedIsTheSameAfterwards(deed: Deed) throws {
        let text = deed.json.compact
        let json = try #require(JSON(parsing: text))
        #expect(try Deed(json: json) == deed)
    }

    @Test(arguments: deeds) func anActIsTheSameInAnyZone(deed: Deed) throws {
        let at = Instant(seconds: 1_633_050_000)
        let act = Act(id: 7, at: at, author: "张三", comment: "line\nbreak", deed: deed)
        let json = try #require(JSON(parsing: act.json(in: Samples.berlin).compact))
        let read = try Act(json: json)
        #expect((read.id, read.at, read.author, read.comment) == (7, at, "张三", "line\nbreak"))
        #expect(read.deed.name == deed.name)
    }

    @Test(arguments: [
        (#"{"name":"wave"}"#, "name"), (#"{"name":"undo","act":1.5}"#, "act"),
        (#"{"name":"silence","matchers":[{"field":"unit","negated":false,"values":[1]}]}"#, "matchers.0.values.0"),
        (#"{"name":"maintain","unit":"n","from":"2021-10-02T00:00:00Z","until":"2021-10-01T00:00:00Z"}"#, "until"),
        (#"{"name":"maintain","unit":"n","from":"2021-10-02"}"#, "from"),
        (#"{"name":"acknowledge","alert":{"rule":"r","target":"t"}}"#, "alert.unit"), ("[]", "name"),
    ])
    func whatIsNoneIsToldWithItsPlace(text: String, path: String) throws {
        let json = try #require(JSON(parsing: text))
        #expect(throws: UnreadableDeed(path: path)) { try Deed(json: json) }
    }

    @Test func aRequestIsTheSameAfterwards() throws {
        let span = ActSpan(from: "2021-10-01", until: nil, for: "3d")
        let deeds: [DeedRequest] = [
            .acknowledge(alert: "late", isSticky: true, ActSpan(until: "2021-12-31")), .silence(["unit=north"], span),
            .maintain(unit: "north", span), .undo(7),
        ]
        for deed in deeds {
            let request = ActRequest(deed, comment: "why", isDryRun: true)
            let json = try #require(JSON(parsing: request.json.compact))
            #expect(try ActRequest(json: json) == request)
        }
    }

    @Test(arguments: [
        "{}", #"{"deed":{"name":"wave"}}"#, #"{"deed":{"name":"undo"}}"#, #"{"deed":{"name":"silence"}}"#,
        #"{"deed":{"name":"silence","matchers":["unit=a",1]}}"#, #"{"deed":{"name":"undo","act":1},"comment":1}"#,
        #"{"deed":{"name":"undo","act":1},"dry_run":"yes"}"#, #"{"deed":{"name":"maintain","unit":"a","for":3}}"#,
        #"{"deed":{"name":"acknowledge","alert":"a","sticky":"yes"}}"#,
    ])
    func whatIsNoRequestIsRefused(text: String) throws {
        let json = try #require(JSON(parsing: text))
        #expect(throws: ActRefusal.self) { try ActRequest(json: json) }
    }
}
