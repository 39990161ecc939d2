import CEL
import Diagnostics
import Foundation
import KPICore
import Testing

@testable import KPIConfiguration

/// The page on the format knows what the decoders know.
struct FormatPageTests {
    private static let page: String = {
        var url = URL(filePath: #filePath)
        for _ in "Tests/KPIConfigurationTests/FormatPageTests.swift".split(separator: "/") {
            url.deleteLastPathComponent()
        }
        let path = "Sources/KPIConfiguration/KPIConfiguration.docc/Format.md"
        let text = (try? String(contentsOf: url.appending(path: path), encoding: .utf8)) ?? ""
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }()

    @Test func everyFunctionOfRegistersIsDescribed() {
        let timetable = Timetable(zone: .utc, calendar: WorkCalendar(name: "weekends"))
        for function in RegisterFunctions.all(timetable) {
            let summary = function.summary.prefix(1).lowercased() + function.summary.dropFirst()
            #expect(Self.page.contains("`\(function.name)(from, to)`: \(summary)"), "\(function.name)")
        }
    }

    @Test func everyKindAndEveryKeyOfItsOwnIsDescribed() {
        for kind in Kind.allCases { #expect(Self.page.contains("| \(kind.rawValue) |"), "\(kind)") }
        for (key, _) in Kind.keysOfTargets + Kind.keysOfRegisters { #expect(Self.page.contains("`\(key)"), "\(key)") }
    }

    /// Every mapping of `notify.yaml` is spoilt, so that it names the keys that it knows.
    @Test func everyKeyOfNotificationsIsDescribed() throws {
        let depot = try Depot()
        let x = "qqqqqq: 1"
        let kinds = ChannelSettings.Kind.allCases.map { "  - {id: \($0.rawValue), \($0.rawValue): {\(x)}}\n" }.joined()
        try depot.write(
            """
            \(x)
            channels:
              - {id: a, mail: {login: {\(x)}, connection: {\(x)}}}
              - {id: b, wecom: {address: {\(x)}}}
              - {\(x)}
            \(kinds)recipients: [{\(x), digest: {\(x)}}]
            routes: [{\(x), when: {\(x)}}]
            quiet: [{\(x), outside: {\(x)}}]
            inhibit: [{\(x), while: {\(x)}}]
            """, to: "config/notify.yaml")
        let told = depot.load().diagnostics.filter { $0.id == "unknown-key" }
        var keys: Set<String> = []
        for note in told.flatMap(\.notes) {
            for key in note.dropFirst("the keys here are ".count).split(separator: ", ") { keys.insert(String(key)) }
        }
        #expect(told.count == 21 && keys.count > 50, "\(told.count) \(keys.sorted())")
        for key in keys {
            let isThere = [("`", "`"), ("`", ":"), ("{", ":"), ("{", ","), ("{", "}"), (" ", "}"), (" ", ",")].contains
            {
                Self.page.contains($0.0 + key + $0.1)
            }
            #expect(isThere, "\(key)")
        }
        let words = Inhibition.Common.allCases.map(\.rawValue) + MailSettings.Encryption.allCases.map(\.rawValue)
        for word in words { #expect(Self.page.contains(word), "\(word)") }
    }

    @Test func everyNameThatRulesMayUseIsListed() {
        for subject in Rule.Subject.allCases {
            for name in RuleVariables.environment(of: subject).variables.map(\.name) {
                #expect(Self.page.contains(name), "\(name)")
            }
        }
    }
}
