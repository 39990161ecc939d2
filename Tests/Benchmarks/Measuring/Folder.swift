internal import Foundation

/// A folder for as long as it is held.
package final class Folder {
    package let path: String

    package init() throws {
        path = NSTemporaryDirectory() + "kpid-benchmark-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
