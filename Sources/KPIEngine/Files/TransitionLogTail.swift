internal import KPICore

/// How far an alert log has come: its last line that is whole, found from the end.
struct TransitionLogTail {
    /// In bytes, up to and with the end of that line.
    let size: Int64
    /// 0 when there is no such line.
    let seq: Int64

    /// What follows the last end of a line was torn off by a crash; so were lines before it that are not what kpid
    /// writes, such as the zeros that a file system may leave after a power cut.
    init(of file: borrowing Descriptor) throws(FileError) {
        let newline = UInt8(ascii: "\n")
        var start = try file.properties().size
        // From `start` on: what has been read and not been settled, at first nothing.
        var bytes: [UInt8] = []
        while true {
            while let end = bytes.lastIndex(of: newline) {
                let before = bytes[..<end].lastIndex(of: newline)
                guard before != nil || start == 0 else { break }
                let line = bytes[(before.map { $0 + 1 } ?? 0)..<end]
                if let seq = Self.seq(of: line) {
                    (size, self.seq) = (start + Int64(end) + 1, seq)
                    return
                }
                bytes.removeSubrange((before.map { $0 + 1 } ?? 0)...)
            }
            guard start > 0 else { break }
            if !bytes.contains(newline) { bytes = [] }
            let count = min(start, 65_536)
            start -= count
            bytes = try file.read(Int(count), from: start) + bytes
        }
        (size, seq) = (0, 0)
    }

    private static func seq(of line: ArraySlice<UInt8>) -> Int64? {
        guard let text = String(validating: line, as: UTF8.self), let seq = JSON(parsing: text)?["seq"]?.double else {
            return nil
        }
        return Int64(exactly: seq)
    }
}
