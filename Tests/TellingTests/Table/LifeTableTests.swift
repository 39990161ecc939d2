import Foundation
import Testing

@testable import KPICore

/// Every phase an alert can be in, whatever happens then, whatever becomes of the condition: what the alert does, what is
/// told meanwhile, and what is told at the end.
struct LifeTableTests {
    /// `KPID_REWRITE_GOLDEN=1 swift test` writes what happens now over what was expected. Read the difference before
    /// committing it; ``LifeLawTests`` holds what no cell may break.
    @Test func everyCellIsAsItIsWritten() async throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/life.txt")
        let lines = await LifeTable.cells.map(\.line)
        if ProcessInfo.processInfo.environment["KPID_REWRITE_GOLDEN"] != nil {
            try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
        }
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let expected = text.split(separator: "\n").map(String.init)
        #expect(lines.count == expected.count)
        for (line, expected) in zip(lines, expected) { #expect(line == expected) }
    }

    /// Each combination has its line, whatever the program plays.
    @Test func noCellIsMissing() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/life.txt")
        let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
        for start in Start.allCases {
            for thing in Thing.allCases {
                for course in Course.allCases {
                    let name = "\(start.rawValue) | \(thing.rawValue) | \(course.rawValue) | "
                    #expect(lines.filter { $0.hasPrefix(name) }.count == 1, "\(name)")
                }
            }
        }
    }
}
