import Foundation
import Testing

@testable import CEL

/// The page people read says what the checker knows. `CEL_WRITE_REFERENCE=1` writes it anew.
struct ReferenceTests {
    static let path = URL(filePath: #filePath).appending(path: "../../../Sources/CEL/CEL.docc/Language.md").standardized

    @Test func thePageIsWhatTheTableSays() throws {
        if ProcessInfo.processInfo.environment["CEL_WRITE_REFERENCE"] == "1" {
            try LanguageReference.page.write(to: Self.path, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: Self.path, encoding: .utf8) == LanguageReference.page)
    }

    @Test func everyFunctionSaysWhatItDoes() {
        for chapter in Library.chapters {
            for function in chapter.functions {
                #expect(function.summary.hasSuffix(".") && !function.overloads.isEmpty, "\(function.name)")
            }
        }
    }

    @Test func everyOverloadHasANameOfItsOwn() {
        let ids = Library.chapters.flatMap(\.functions).flatMap(\.overloads).map(\.id)
        #expect(Set(ids).count == ids.count)
    }

    @Test func noSourceFileIsLong() throws {
        let sources = Self.path.deletingLastPathComponent().deletingLastPathComponent()
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        for case let file as URL in files where file.pathExtension == "swift" {
            let lines = try String(contentsOf: file, encoding: .utf8).split(
                separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.count <= 400, "\(file.lastPathComponent)")
        }
    }
}
