import Foundation
import Glibc
import TestServers
import Testing

/// A rule that cannot be evaluated is told with its place as long as it cannot, and stops nobody else.
@Suite(.inTurn) struct FailingRuleTests {
    private static let ten = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]"
    private static let rules = """

          - id: heavy
            for_each: target
            where: id == "talent.recruits"
            severity:
              warning: >
                \(ten).all(a, \(ten).all(b, \(ten).all(c, \(ten).all(d, \(ten).all(e, a + b + c + d + e > 0)))))
            message: "never"

          - id: split
            for_each: target
            severity: {warning: 10 / (days_left - days_left) > 1}
            message: "never"
        """

    @Test func itIsToldUntilItIsMended() async throws {
        let site = try Site()
        try site.keep(targets: "a-unity.yaml")
        let reporting = try site.configuration("rules/reporting.yaml")
        try site.edit("rules/reporting.yaml", reporting, to: reporting + Self.rules + "\n")
        let daemon = try await site.start()
        func problems() throws -> [String] {
            (try site.health()["problems"]?.list ?? []).compactMap { $0["en"]?.text }
        }
        func areTold() throws -> Bool {
            let problems = try problems()
            return problems.count == 2
                && problems[0].contains(#/rules\/reporting\.yaml:\d+:\d+: the expression is too expensive \(heavy\//#)
                && problems[1].contains(#/rules\/reporting\.yaml:\d+:\d+: division by zero \(split\//#)
        }
        try await eventually("both to be told") { try areTold() }
        #expect(try site.health()["state"] == .text("degraded"))
        // Nothing else is touched by looking at the clock again, and files are taken as ever.
        try FileManager.default.removeItem(atPath: "\(site.state)/status.txt")
        try await eventually("the next round") { site.exists("status.txt") }
        #expect(try areTold())
        try site.dropSeed(["reports/clean/2021-01.csv"])
        try await site.value(of: "talent.recruits", becomes: 5)
        #expect(try areTold())
        try site.edit("rules/reporting.yaml", Self.rules, to: "")
        daemon.send(SIGHUP)
        try await eventually("good health") { try site.health()["state"] == .text("ok") }
        #expect(try problems() == [])
    }
}
