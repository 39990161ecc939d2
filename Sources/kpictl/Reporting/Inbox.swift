import Foundation
import Glibc
import KPICore

/// Where files for kpid are put.
struct Inbox {
    private let state: StatePath

    init(_ state: StatePath) throws {
        guard FileManager.default.fileExists(atPath: state.inbox) else {
            throw Failure(
                .unreachable, zh: "没有收件箱 \(state.inbox)：先运行 kpid，或用 --state-dir 指明目录。",
                en: "there is no inbox \(state.inbox): run kpid first, or name its directory with --state-dir.")
        }
        self.state = state
    }

    /// Under a hidden name until it is whole and on the disk, so that kpid never reads a part.
    func drop(_ text: String) throws -> Letter {
        let name = "report-\(Self.stamp(Date()))-\(String(UInt32.random(in: 0 ... .max), radix: 36)).csv"
        let hidden = "\(state.inbox)/.\(name).part"
        guard Self.write(Array(text.utf8), to: hidden), unsafe rename(hidden, "\(state.inbox)/\(name)") == 0 else {
            let cause = unsafe String(cString: strerror(errno))
            unsafe unlink(hidden)
            throw Failure(
                .failure, zh: "无法写入 \(state.inbox)（\(cause)）：请确认自己在 kpid 组里，且磁盘未满。",
                en: """
                    \(state.inbox) cannot be written (\(cause)): see that you are in the group kpid and that the disk \
                    is not full.
                    """)
        }
        Self.syncFolder(state.inbox)
        return Letter(name: name, state: state)
    }

    /// Whether the bytes are on the disk. What went wrong is in `errno`.
    private static func write(_ bytes: [UInt8], to path: String) -> Bool {
        let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o660)
        guard file >= 0 else { return false }
        let count = unsafe Glibc.write(file, bytes, bytes.count)
        // This mode whatever the umask: kpid reads it as a member of the inbox's group.
        let isWritten = count == bytes.count && fchmod(file, 0o660) == 0 && fsync(file) == 0
        let cause = errno
        close(file)
        errno = cause
        return isWritten
    }

    /// Some file systems sync no folders; the file itself is safe by then.
    private static func syncFolder(_ path: String) {
        let folder = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }

    /// `20211008T093001Z`, so that names sort by time.
    private static func stamp(_ date: Date) -> String {
        let format = ISO8601DateFormatter()
        format.formatOptions = [.withYear, .withMonth, .withDay, .withTime, .withTimeZone]
        return format.string(from: date)
    }
}
