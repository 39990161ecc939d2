import Foundation
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
        let files = FileManager.default
        do {
            guard files.createFile(atPath: hidden, contents: Data(text.utf8)) else {
                throw CocoaError(.fileWriteNoPermission)
            }
            // Whatever the umask: kpid reads it as a member of the inbox's group.
            try files.setAttributes([.posixPermissions: 0o660], ofItemAtPath: hidden)
            try Self.sync(hidden)
            try files.moveItem(atPath: hidden, toPath: "\(state.inbox)/\(name)")
        } catch {
            try? files.removeItem(atPath: hidden)
            throw Failure(
                .failure, zh: "无法写入 \(state.inbox)：请确认自己在 kpid 组里，且磁盘未满。",
                en:
                    "\(state.inbox) cannot be written: see that you are in the group kpid and that the disk is not full."
            )
        }
        try? Self.sync(state.inbox)  // some file systems sync no folders; the file itself is safe
        return Letter(name: name, state: state)
    }

    private static func sync(_ path: String) throws {
        let handle = try FileHandle(forReadingFrom: URL(filePath: path))
        try handle.synchronize()
        try handle.close()
    }

    /// `20211008T093001Z`, so that names sort by time.
    private static func stamp(_ date: Date) -> String {
        let format = ISO8601DateFormatter()
        format.formatOptions = [.withYear, .withMonth, .withDay, .withTime, .withTimeZone]
        return format.string(from: date)
    }
}
