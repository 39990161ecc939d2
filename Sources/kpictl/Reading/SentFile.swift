import Foundation
import KPICore

/// A file that somebody names on the command line, to be looked at before it is sent.
struct SentFile {
    /// Without folders.
    let name: String
    let bytes: [UInt8]

    init(_ path: String) throws {
        name = (path as NSString).lastPathComponent
        do {
            bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw Failure(.notFound, zh: "无法读取 \(path)。", en: "\(path) cannot be read.")
        }
    }
}
