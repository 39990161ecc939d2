internal import Glibc
internal import KPIStore

/// The alert log: a file of lines, one for each transition, each exactly once, in order.
///
/// The log is its own cursor. Its last line says how far it has come, so that there is no second file that could say
/// otherwise after a crash. What is missing is appended from the ledger.
package final class TransitionLog {
    package struct Line: Sendable, Hashable {
        /// The number of the transition in the ledger.
        package let seq: Int64
        /// A JSON object on one line, without the line's end, with a member `seq`.
        package let text: String

        package init(seq: Int64, text: String) {
            (self.seq, self.text) = (seq, text)
        }
    }

    private let path: String
    private var file: Descriptor
    private var size: Int64
    /// Of the last line; 0 when there is none.
    package private(set) var lastSeq: Int64

    /// Opens the log, or creates it (0640), and cuts off what a crash left unfinished at its end.
    package init(path: String) throws(FileError) {
        self.path = path
        file = try Self.open(path)
        let end = try TransitionLogTail(of: file)
        (size, lastSeq) = (end.size, end.seq)
        if try file.properties().size > size {
            try file.truncate(to: size)
            try file.sync()
        }
    }

    /// Appends the lines whose transitions are not in the log yet; durable when it returns. When it throws, the log
    /// is as it was.
    package func append(_ lines: [Line]) throws(FileError) {
        let new = lines.drop { $0.seq <= lastSeq }
        guard let last = new.last else { return }
        precondition(zip(new, new.dropFirst()).allSatisfy { $0.seq < $1.seq }, "transitions come in order")
        precondition(new.allSatisfy { !$0.text.utf8.contains(UInt8(ascii: "\n")) }, "a transition is one line")
        try reopenIfMoved()
        var bytes: [UInt8] = []
        for line in new {
            bytes.append(contentsOf: line.text.utf8)
            bytes.append(UInt8(ascii: "\n"))
        }
        do throws(FileError) {
            FaultPoint.write.pass()
            try file.write(bytes)
            FaultPoint.fsync.pass()
            try file.sync()
        } catch {
            try? file.truncate(to: size)  // or the next start cuts it
            throw error
        }
        size += Int64(bytes.count)
        lastSeq = last.seq
    }

    /// When the file was put aside under another name, goes on in a new one.
    private func reopenIfMoved() throws(FileError) {
        let here = try file.properties()
        let there = try FileProperties.of(path)
        if let there, (there.device, there.inode) == (here.device, here.inode) { return }
        file = try Self.open(path)
        size = try file.properties().size
    }

    private static func open(_ path: String) throws(FileError) -> Descriptor {
        let isNew = try FileProperties.of(path) == nil
        let file = try Descriptor(path, O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW, mode: 0o640)
        if isNew {
            guard fchmod(file.number, 0o640) == 0 else { throw .last(.create, path) }
            try Folder.sync(Folder.of(path))
        }
        return file
    }
}
