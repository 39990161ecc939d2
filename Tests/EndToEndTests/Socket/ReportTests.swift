import Foundation
import FoundationNetworking
import Glibc
import TestServers
import Testing

/// Reports over HTTP: through the daemon's socket, and from programs of units on this machine.
@Suite(.inTurn) struct ReportTests {
    private static let header = "indicator,unit,period,value,submitted_at\n"
    private static let row = "talent.recruits,370811,2021-07,3,2021-08-03T09:04:00+08:00\n"

    @Test func aReportIsOnTheDiskWhenItIsAnswered() async throws {
        let site = try Site()
        try site.keep(targets: "a-unity.yaml")
        let daemon = try await site.start(every: "60s")
        try await eventually("the socket") { (try? site.ask("GET", "health").status) == 200 }
        let first = try site.ask("POST", "reports?file=2021-07.csv", Self.header + Self.row)
        #expect(first.status == 201 && first.document["rows"]?["accepted"] == .number(1))
        #expect(try site.count("observation") == 1)
        #expect(try site.read("accepted/2021-07.csv") == Self.header + Self.row)
        #expect(try site.json("accepted/2021-07.csv.receipt.json")["file"] == .text("2021-07.csv"))
        #expect(try site.target("talent.recruits")["value"] == .number(3), "and it is judged")
        let again = try site.ask("POST", "reports?file=2021-07.csv", Self.header + Self.row)
        #expect(again.status == 200 && again.document["rows"]?["accepted"] == .number(0))
        let bad = try site.ask("POST", "reports?file=bad.csv", Self.header + "talent.recruits,nowhere,2021-07,3,\n")
        #expect(bad.status == 422 && bad.document["findings"]?.list.first?["code"] == .text("DQ-UNIT-UNKNOWN"))
        #expect(site.exists("quarantine/bad.csv"))
        for name in ["", "..%2Fx.csv", ".hidden.csv", "a%2Fb.csv"] {
            #expect(try site.ask("POST", "reports?file=\(name)", Self.header + Self.row).status == 422, "\(name)")
        }
        daemon.send(SIGKILL)
        _ = try await daemon.end()
        #expect(try site.count("observation") == 1)
    }

    @Test func aTokenSpeaksForItsUnitAlone() async throws {
        let site = try Site()
        try site.keep(targets: "a-unity.yaml")
        let port = Int.random(in: 20_000..<60_000)
        let tokens = site.folder + "/tokens"
        try Data("# unit token\n370811 0123456789abcdef\n370812 fedcba9876543210\n".utf8)
            .write(to: URL(fileURLWithPath: tokens))
        try site.edit(
            "config/kpid.yaml", "# server: {listen: 127.0.0.1:8472, tokens: /etc/kpid/tokens}",
            to: "server: {listen: 127.0.0.1:\(port), tokens: \(tokens)}")
        let daemon = try await site.start(every: "60s")
        func post(_ body: String, _ token: String?) async throws -> (status: Int, document: Json) {
            var request = URLRequest(
                url: try #require(URL(string: "http://127.0.0.1:\(port)/api/v1/reports?file=x.csv")))
            request.httpMethod = "POST"
            request.httpBody = Data(body.utf8)
            if let token { request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization") }
            let (data, response) = try await URLSession.shared.data(for: request)
            return (
                (response as? HTTPURLResponse)?.statusCode ?? 0, try Json(String(decoding: data, as: UTF8.self)[...])
            )
        }
        let report = Self.header + Self.row
        try await eventually("the port") { try await post(report, nil).status == 401 }
        #expect(try await post(report, "0123456789abcdeX").status == 403)
        let own = try await post(report, "0123456789abcdef")
        #expect(own.status == 201 && own.document["file"] == .text("units/370811/x.csv"))
        let foreign = try await post(report, "fedcba9876543210")
        #expect(foreign.status == 422)
        #expect(foreign.document["findings"]?.list.contains { $0["code"] == .text("DQ-UNIT-FOREIGN") } == true)
        #expect(site.exists("accepted/units/370811/x.csv") && site.exists("quarantine/units/370812/x.csv"))
        // Taken away, a token is nobody's at once.
        try Data("370812 fedcba9876543210\n".utf8).write(to: URL(fileURLWithPath: tokens))
        #expect(try await post(report, "0123456789abcdef").status == 403)
        let status = try #require(URL(string: "http://127.0.0.1:\(port)/api/v1/status"))
        let (_, response) = try await URLSession.shared.data(from: status)
        #expect((response as? HTTPURLResponse)?.statusCode == 404, "nobody without a name reads the status")
        #expect(daemon.exit == nil)
    }
}
