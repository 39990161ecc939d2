import Foundation

/// Writes files that must not take the place of others.
enum NewFile {
    /// Somebody may have filled in, or edited, the one that is there.
    static func write(_ bytes: [UInt8], to path: String) throws {
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
        } catch CocoaError.fileWriteFileExists {
            throw Failure(
                .failure, zh: "\(path) 已存在：请另取名字。", en: "\(path) is there already: choose another name.")
        } catch {
            throw Failure(.failure, zh: "无法写入 \(path)。", en: "\(path) cannot be written.")
        }
    }
}
