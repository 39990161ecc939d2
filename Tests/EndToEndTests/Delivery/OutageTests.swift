import Foundation
import Glibc
import KPICore
import TestServers
import Testing

/// Receivers that fail, and a daemon that is killed, with real servers and in real time.
@Suite(.inTurn, .needs(.alertmanager), .needs(.aiosmtpd)) struct OutageTests {
    private static let (north, south) = ("low/stock/north", "low/stock/south")

    /// Units whose alert an Alertmanager shows, with the severity.
    private func open(_ manager: AlertmanagerServer) async throws -> Set<String> {
        Set(
            try await manager.alerts().map { alert in
                let labels = alert["labels"]
                return "\(labels?["unit"]?.text ?? "?") \(labels?["severity"]?.text ?? "?")"
            })
    }

    @Test func everyNoticeArrivesOnceInOrderAndADeadReceiverDelaysNobody() async throws {
        let failing = try HTTPServer([.answer(500), .answer(429, head: ["Retry-After: 1"]), .hang])
        let (mail, manager) = (try await MailServer(), try await AlertmanagerServer())
        let site = try Site.telling(.hook(failing, timeout: 2), .mail(mail), .alertmanager(manager))
        let first = try await site.start()
        try site.report(1, north: 3, south: 4)
        try await eventually("two mails") { try mail.mails.count == 2 }
        try await eventually("two alerts") { try await open(manager) == ["north critical", "south critical"] }
        try await eventually("a request that hangs") { failing.requests.count == 3 }
        // The receiver has taken it, and kpid does not know that yet.
        first.send(SIGKILL)
        #expect(try await first.end() == .signal(SIGKILL))
        failing.stop()

        let second = try await site.start(every: "60s")
        try site.report(2, north: 7, south: 12)
        try await eventually("two more mails") { try mail.mails.count == 4 }
        try await eventually("the change, and the end") { try await open(manager) == ["north warning"] }
        try await eventually("the absence to be told") { second.said.contains("cannot reach \(failing.url)") }
        // What was sent is marked a moment later; nothing of the others is lost, or given up.
        try await eventually("four notices to wait") { try site.count("outbox") == 4 }

        let mended = try HTTPServer([.hang], port: failing.port)
        defer { mended.stop() }
        try site.report(3, north: 12, south: 12)
        try await eventually("the end of the other") { try await open(manager) == [] }
        try await site.everythingIsDelivered()
        let heard = try Heard(failing.requests + mended.requests)
        #expect(heard[Self.north] == ["fired", "changed", "resolved"])
        #expect(heard[Self.south] == ["fired", "resolved"])
        let read = try Heard(mail.mails)
        #expect(read[Self.north] == ["1", "2", "3"] && read[Self.south] == ["1", "2"])
        #expect(try mail.mails.count == 5 && heard.keys.count == 5)
        #expect(try site.alerts().isEmpty && second.exit == nil)
    }

    @Test func whatIsRefusedForGoodIsToldOverAnotherChannelUntilItWorks() async throws {
        let hook = try HTTPServer([.answer(400, body: "no such room")])
        defer { hook.stop() }
        let mail = try await MailServer()
        let site = try Site.telling(.hook(hook), .mail(mail))
        let daemon = try await site.start()
        try site.report(1, north: 3, south: 12)
        let own = try await eventually("an alert about the channel") {
            try site.alerts().first { $0["rule"] == .text("kpid-undelivered") }
        }
        let message = own["message"]?["en"]?.text ?? ""
        #expect(message.hasPrefix("a notice over hook (hook-reader) was given up: \(hook.url) answered HTTP 400"))
        let shown = try await site.kpictl(["alerts"]).said
        #expect(shown.contains("kpid-undelivered/hook") && shown.contains("no such room"), "\(shown)")
        try await eventually("both mails") { try mail.mails.count == 2 }

        try site.report(2, north: 7, south: 12)
        try await eventually("its end") { try site.alerts().map { $0["rule"] } == [.text("low")] }
        try await eventually("both mails") { try mail.mails.count == 4 }
        let read = try Heard(mail.mails)
        #expect(read[Self.north] == ["1", "2"] && read[own["id"]?.text ?? ""] == ["1", "2"])
        #expect(
            try Heard(hook.requests).keys == [
                "\(Self.north)#1.1@hook/hook-reader", "\(Self.north)#1.2@hook/hook-reader",
            ])
        withExtendedLifetime(daemon) {}
    }

    @Test func anAlertmanagerThatForgetsIsTold() async throws {
        let manager = try await AlertmanagerServer()
        let site = try Site.telling(.alertmanager(manager))
        let first = try await site.start()
        try site.report(1, north: 3, south: 7)
        let both: Set = ["north critical", "south warning"]
        try await eventually("two alerts") { try await open(manager) == both }
        try await manager.restart()
        try await eventually("them to be posted again", within: .seconds(30)) { try await open(manager) == both }
        first.send(SIGKILL)
        _ = try await first.end()
        try await manager.restart()
        let second = try await site.start(every: "60s")
        try await eventually("them to be posted by the next daemon") { try await open(manager) == both }
        try site.report(2, north: 12, south: 7)
        try await eventually("the end of one") { try await open(manager) == ["south warning"] }
        withExtendedLifetime(second) {}
    }
}
