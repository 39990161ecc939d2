import CEL
import Foundation
import TestServers
import Testing

@testable import KPICore
@testable import KPINotify

/// Against Debian's Alertmanager.
@Suite(.needs(.alertmanager)) struct AlertmanagerChannelTests {
    private let server: AlertmanagerServer

    init() async throws {
        server = try await AlertmanagerServer()
    }

    /// What the Alertmanager takes for now is the machine's clock, so the notices are of today.
    private let now = Instant(seconds: Int64(Date().timeIntervalSince1970))

    private func clock(_ seconds: Int64) -> String { now.adding(seconds: seconds).stamp(in: .utc) }

    private func channel(labels: [String: String] = [:], lapseAfter: Duration = .seconds(86_400)) throws
        -> AlertmanagerChannel
    {
        let address = try #require(WebAddress(server.url))
        return AlertmanagerChannel(
            name: "am", AlertmanagerSettings(address: address, labels: labels, lapseAfter: lapseAfter),
            secrets: SecretReader(credentials: nil))
    }

    /// Severities of the alerts that it takes for open.
    private func open() async throws -> [String] {
        try await server.alerts().compactMap { $0.at("labels.severity")?.text }
    }

    @Test func anAlertBeginsAndEnds() async throws {
        let channel = try channel(labels: ["team": "科协"])
        let fired = Samples.notice(since: clock(-3600))
        #expect(await channel.deliver(fired, at: now).said == "delivered: HTTP 200")
        let alerts = try await server.alerts()
        #expect(alerts.count == 1)
        let alert = try #require(alerts.first)
        #expect(
            alert.at("labels")
                == .object([
                    .init("alertname", .string("behind-plan")), .init("rule", .string("behind-plan")),
                    .init("severity", .string("critical")), .init("target", .string("talent.recruits")),
                    .init("team", .string("科协")), .init("unit", .string("370811")),
                ]))
        #expect(alert.at("startsAt")?.text.flatMap { Instant($0) } == now.adding(seconds: -3600))
        #expect(alert.at("endsAt")?.text.flatMap { Instant($0) } == now.adding(seconds: 86_400))
        #expect(alert.at("annotations.summary")?.text == "[critical] Rencheng · Talent recruited")
        #expect(alert.at("annotations.key")?.text == fired.key.text)
        #expect(alert.at("annotations.description")?.text?.contains("Talent recruited 14/30") == true)

        let resolved = Samples.notice(.resolved, sequence: 2, since: clock(-3600), until: clock(-1))
        #expect(await channel.deliver(resolved, at: now).isDelivered)
        #expect(try await open() == [])
        #expect(await channel.deliver(resolved, at: now).isDelivered, "the same again does no harm")
        #expect(try await open() == [])
    }

    @Test func anotherSeverityTakesThePlaceOfTheFirst() async throws {
        let channel = try channel()
        _ = await channel.deliver(Samples.notice(severity: .warning, since: clock(-3600)), at: now)
        #expect(try await open() == ["warning"])
        let graver = Samples.notice(.changed, severity: .critical, before: .warning, sequence: 2, since: clock(-3600))
        #expect(await channel.deliver(graver, at: now).isDelivered)
        #expect(try await open() == ["critical"])
        let milder = Samples.notice(.changed, severity: .info, before: .critical, sequence: 3, since: clock(-3600))
        #expect(await channel.deliver(milder, at: now).isDelivered)
        #expect(try await open() == ["info"])
        // What is told last may be another severity than what was told before.
        let end = Samples.notice(
            .suppressionEnded, severity: .critical, before: .info, sequence: 4, since: clock(-3600), until: clock(-1))
        #expect(await channel.deliver(end, at: now).isDelivered)
        #expect(try await open() == [])
    }

    @Test func openAlertsAreKeptAliveAndEndedOnesAreNot() async throws {
        let channel = try channel()
        let notices = ["a", "b", "c"].map { Samples.notice(unit: UnitID($0), since: clock(-3600)) }
        for notice in notices { #expect(await channel.deliver(notice, at: now).isDelivered) }
        let end = Samples.notice(.resolved, unit: "b", sequence: 2, since: clock(-3600), until: clock(-1))
        #expect(await channel.deliver(end, at: now).isDelivered)
        // A list from before the end, as it is when both happen at once.
        #expect(await channel.keepAlive(notices, at: now).isDelivered)
        func units() async throws -> [String] {
            try await server.alerts().compactMap { $0.at("labels.unit")?.text }.sorted()
        }
        #expect(try await units() == ["a", "c"])
        // It is started again, and knows nothing.
        try await server.restart()
        #expect(try await units() == [])
        #expect(await channel.keepAlive(notices, at: now).isDelivered)
        #expect(try await units() == ["a", "c"])
        // The alert that ended begins anew.
        let again = Samples.notice(unit: "b", episode: 2, since: clock(-10))
        #expect(await channel.deliver(again, at: now).isDelivered)
        #expect(await channel.keepAlive([again], at: now).isDelivered)
        #expect(try await units() == ["a", "b", "c"])
    }

    @Test func anOldListBringsNoOldSeverityBack() async throws {
        let channel = try channel()
        let first = Samples.notice(severity: .critical, since: clock(-3600))
        let second = Samples.notice(.changed, severity: .info, before: .critical, sequence: 2, since: clock(-3600))
        for notice in [first, second] { #expect(await channel.deliver(notice, at: now).isDelivered) }
        #expect(await channel.keepAlive([first], at: now) == .delivered(receipt: ""))
        #expect(await channel.keepAlive([second], at: now).isDelivered)
        #expect(try await open() == ["info"])
    }

    @Test func withoutAPostAnAlertLapses() async throws {
        let channel = try channel(lapseAfter: .seconds(1))
        _ = await channel.deliver(Samples.notice(since: clock(-3600)), at: now.adding(seconds: -10))
        #expect(try await open() == [])
        #expect(await channel.keepAlive([], at: now) == .delivered(receipt: ""))
    }

    @Test func onlyAlertsAreSent() async throws {
        let channel = try channel()
        #expect(
            await channel.deliver(Samples.notice(.digest), at: now).said
                == "permanent: an Alertmanager takes alerts and nothing else")
        #expect(await channel.deliver(Samples.notice(.test, severity: .info), at: now).isDelivered)
        #expect(try await server.alerts().compactMap { $0.at("labels.alertname")?.text } == ["kpid-test"])
    }

    @Test func whatItRefusesIsPermanentAndItsAbsenceIsNot() async throws {
        let channel = try channel()
        let torn = Samples.notice(.resolved, since: clock(-10), until: clock(-3600))
        let refused = await channel.deliver(torn, at: now).said
        #expect(refused.hasPrefix("permanent: \(server.url) answered HTTP 400 "), "\(refused)")
        server.stop()
        #expect(
            await channel.deliver(Samples.notice(), at: now).said.hasPrefix("temporary: cannot reach \(server.url)"))
    }
}
