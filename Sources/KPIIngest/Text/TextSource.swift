import KPICore

/// A text in a file: its bytes, and how they are to be read. It is read from its beginning as often as it is asked for.
package struct TextSource: Sendable {
    private let content: any FileContent
    private let encoding: TextEncoding
    /// Of the byte-order mark.
    private let mark: Int
    private var watch: Watcher?

    /// Called with how many of the file's bytes have been read, and how many there are.
    typealias Watcher = @Sendable (_ done: Int, _ size: Int) -> Void

    init(_ content: any FileContent, _ encoding: TextEncoding, mark: Int) {
        (self.content, self.encoding, self.mark) = (content, encoding, mark)
    }

    /// UTF-8 without a byte-order mark.
    package init(_ bytes: [UInt8]) { self.init(HeldContent(bytes), .utf8, mark: 0) }

    /// All of it in UTF-8.
    package var bytes: [UInt8] {
        var pieces = self.pieces
        var bytes = pieces.next() ?? []
        while let piece = pieces.next() { bytes += piece }
        return bytes
    }

    /// So many bytes of it in UTF-8, or all where there are fewer.
    func head(_ count: Int) -> [UInt8] {
        var pieces = self.pieces
        var head = pieces.next() ?? []
        while head.count < count, let piece = pieces.next() { head += piece }
        return head.count > count ? Array(head.prefix(count)) : head
    }

    /// The same, with somebody told how far its reading has come.
    func watched(by watch: @escaping Watcher) -> TextSource {
        var watched = self
        watched.watch = watch
        return watched
    }

    var pieces: Pieces { Pieces(content, encoding, from: mark, watch) }

    /// The text in UTF-8, piece by piece. A character may be cut by the end of a piece.
    struct Pieces: IteratorProtocol {
        private let content: any FileContent
        private let converter: Iconv?
        private var place: Int
        private var isAtEnd = false
        private let watch: Watcher?
        private static let size = 1 << 18

        init(_ content: any FileContent, _ encoding: TextEncoding, from place: Int, _ watch: Watcher?) {
            (self.content, self.place, self.watch) = (content, place, watch)
            converter = encoding == .utf8 ? nil : Iconv(from: encoding)
        }

        /// Never an empty one. It ends before what is not in its encoding; see ``nextChecked()``.
        mutating func next() -> [UInt8]? {
            while case .text(let piece)? = nextChecked() {
                if !piece.isEmpty { return piece }
            }
            return nil
        }

        mutating func nextChecked() -> Iconv.Outcome? {
            guard !isAtEnd else { return nil }
            let piece = content.read(Self.size, at: place)
            place += piece.count
            isAtEnd = piece.isEmpty
            watch?(isAtEnd ? content.size : place, content.size)
            guard let converter else { return isAtEnd ? nil : .text(piece) }
            let outcome = converter.utf8(piece)
            if case .invalid = outcome { isAtEnd = true }
            return outcome
        }
    }
}
