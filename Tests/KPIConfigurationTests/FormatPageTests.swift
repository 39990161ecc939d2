import CEL
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

    @Test func everyNameThatRulesMayUseIsListed() {
        for subject in Rule.Subject.allCases {
            for name in RuleVariables.environment(of: subject).variables.map(\.name) {
                #expect(Self.page.contains(name), "\(name)")
            }
        }
    }
}
