/// What is in a file, read piece by piece and as often as it is asked for, so that a large file need not be held.
package protocol FileContent: Sendable {
    /// In bytes.
    var size: Int { get }

    /// At most `count` bytes from a place on; none at the end, and where it cannot be read, of which ``check()`` tells.
    func read(_ count: Int, at place: Int) -> [UInt8]

    /// Throws where anything could not be read, or is no longer what it was when reading began. What was made of the content
    /// counts for nothing then.
    func check() throws(UnreadableSource)
}

extension FileContent {
    /// In one piece, for what cannot be read otherwise.
    package func all() -> [UInt8] {
        var bytes = read(size, at: 0)
        while bytes.count < size, case let piece = read(size - bytes.count, at: bytes.count), !piece.isEmpty {
            bytes += piece
        }
        return bytes
    }
}
