internal import Glibc
package import KPICore

/// Writes each notice into a file of its own, exactly once.
///
/// The name follows from the key alone, so a notice that is delivered again finds its file and leaves it. A reader may
/// take files away when it has seen to it that it knows their keys again.
package struct FileChannel: Channel {
    package let name: String
    private let folder: String
    private let queue: ChannelQueue
    private let pass: @Sendable (FileStep) -> Void

    /// - Parameter pass: called before each step, for tests that stop the program there.
    package init(
        name: String, _ settings: FileSettings, passing pass: @escaping @Sendable (FileStep) -> Void = { _ in }
    ) {
        self.name = name
        folder = settings.folder
        queue = ChannelQueue(name)
        self.pass = pass
    }

    package func deliver(_ notice: Notice, at now: Instant) async -> Delivery {
        await queue.run { _ in
            do throws(FileTrouble) {
                return .delivered(receipt: try write(notice))
            } catch {
                return .temporary(
                    reason: Label(
                        zh: "无法写入 \(folder)：\(error.cause.zh)", en: "cannot write to \(folder): \(error.cause.en)"))
            }
        }
    }

    /// A name for each key: what can be read of it, and enough of its fingerprint to tell it from every other.
    static func fileName(_ key: NoticeKey) -> String {
        let readable = key.text.unicodeScalars.prefix(120).reduce(into: "") { text, scalar in
            switch scalar {
            case "A"..."Z", "a"..."z", "0"..."9", "-", "_": text.unicodeScalars.append(scalar)
            case "." where !text.isEmpty: text.append(".")
            default: text.append("_")
            }
        }
        return "\(readable)-\(Hexadecimal.encode(SHA256.digest(key.text).prefix(8))).json"
    }

    /// Answers the file's name once it is durable under it.
    private func write(_ notice: Notice) throws(FileTrouble) -> String {
        let name = Self.fileName(notice.key)
        let path = "\(folder)/\(name)"
        let temporary = "\(folder)/.\(name).tmp"
        if try !OpenFile.exists(path) {
            do throws(FileTrouble) {
                try fill(temporary, with: Array(notice.payload.pretty.utf8))
                pass(.rename)
                guard unsafe rename(temporary, path) == 0 else { throw .last() }
            } catch {
                unsafe unlink(temporary)  // on a full disk what could not be finished must not stay
                throw error
            }
        }
        // The file of an earlier attempt may not be durable yet either.
        pass(.syncFolder)
        try OpenFile(folder, O_RDONLY | O_DIRECTORY).sync()
        return name
    }

    private func fill(_ path: String, with bytes: [UInt8]) throws(FileTrouble) {
        let file = try OpenFile(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, mode: 0o640)
        try file.share()
        pass(.write)
        try file.write(bytes)
        pass(.sync)
        try file.sync()
    }
}
