import Diagnostics
import Foundation
import Testing

/// Files with a mistake beside the exact text that is to be told about it: `NAME.yaml` and `NAME.txt`.
///
/// `KPID_REWRITE_GOLDEN=1 swift test` writes what is told now over what was expected. Read the difference before
/// committing it.
struct Golden: CustomTestStringConvertible, Sendable {
    let folder: String
    let name: String

    var testDescription: String { "\(folder)/\(name)" }

    static func all(in folder: String) -> [Golden] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
        return files.filter { $0.hasSuffix(".yaml") }.sorted()
            .map { Golden(folder: folder, name: String($0.dropLast(5))) }
    }

    func source() throws -> SourceText {
        SourceText(name: "\(name).yaml", bytes: Array(try Data(contentsOf: file("yaml"))))
    }

    func expect(_ diagnostics: [Diagnostic]) throws {
        let told = DiagnosticRenderer().render(diagnostics)
        if ProcessInfo.processInfo.environment["KPID_REWRITE_GOLDEN"] != nil {
            try Data(told.utf8).write(to: file("txt"))
        }
        let expected = String(decoding: (try? Data(contentsOf: file("txt"))) ?? Data(), as: UTF8.self)
        #expect(told == expected)
    }

    private func file(_ ending: String) -> URL { Self.root.appending(path: "\(folder)/\(name).\(ending)") }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
}
