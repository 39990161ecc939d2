import Foundation
import Testing

@testable import KPICore

/// A status written by hand, and the exact text that people are to see of it.
///
/// `KPID_REWRITE_GOLDEN=1 swift test` writes what is shown now over what was expected. Read the difference before
/// committing it.
enum TableGolden {
    static func document() throws -> StatusDocument { try decoded("status.json") }

    static func alerts() throws -> [OpenAlert] { try decoded("alerts.json", as: OpenAlerts.self).alerts }

    static func expect(_ shown: String, in name: String) throws {
        let file = folder.appending(path: name)
        if ProcessInfo.processInfo.environment["KPID_REWRITE_GOLDEN"] != nil {
            try Data(shown.utf8).write(to: file)
        }
        let expected = String(decoding: (try? Data(contentsOf: file)) ?? Data(), as: UTF8.self)
        #expect(shown == expected)
    }

    private static func decoded<Value: Decodable>(_ name: String, as: Value.Type = Value.self) throws -> Value {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Value.self, from: Data(contentsOf: folder.appending(path: name)))
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
}
