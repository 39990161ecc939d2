import KPICore

/// A text in a file: its bytes, and how they are to be read. It is read from its beginning as often as it is asked for.
package struct TextSource: Sendable {
    private let content: any FileContent
    private let encoding: TextEncoding
    /// Of the byte-order mark.
    private let mark: Int

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

    var pieces: Pieces { Pieces(content, encoding, from: mark) }

    /// The text in UTF-8, piece by piece. A character may be cut by the end of a piece.
    struct Pieces: IteratorProtocol {
        private let content: any FileContent
        private let converter: Iconv?
        private var place: Int
        private var isAtEnd = false
        private static let size = 1 << 18

        init(_ content: any FileContent, _ encoding: TextEncoding, from place: Int) {
            (self.content, self.place) = (content, place)
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
            guard let converter else { return isAtEnd ? nil : .text(piece) }
            let outcome = converter.utf8(piece)
            if case .invalid = outcome { isAtEnd = true }
            return outcome
        }
    }
}
