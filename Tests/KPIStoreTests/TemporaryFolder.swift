import Foundation

/// A folder of one test, gone when the test is over.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/kpid-store-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    var ledger: String { path + "/ledger.sqlite" }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
