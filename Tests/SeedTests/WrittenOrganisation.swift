import Foundation
import KPIConfiguration
import KPICore

/// A configuration that a test writes, in a folder that goes with it.
final class WrittenOrganisation {
    private let folder: URL

    /// `files` by their paths, `config/kpid.yaml` among them.
    init(_ files: KeyValuePairs<String, String>) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "organisation-\(UUID().uuidString)")
        for (path, text) in files {
            let url = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func load() throws -> Organisation { try Organisation(folder.appending(path: "config/kpid.yaml").path) }
}
