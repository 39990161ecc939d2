/// Walks over the text of a number, scalar by scalar.
struct NumberScanner {
    private let scalars: [Unicode.Scalar]
    private(set) var position = 0

    init(_ text: some StringProtocol) {
        scalars = Array(text.unicodeScalars)
    }

    var isAtEnd: Bool { position == scalars.count }
    var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        position += 1
        return true
    }

    /// The first of the words that stands here.
    mutating func take(anyOf words: [String]) -> String? {
        for word in words where scalars[position...].starts(with: word.unicodeScalars) {
            position += word.unicodeScalars.count
            return word
        }
        return nil
    }

    /// As many scalars in a row as fit.
    mutating func run(while fits: (Unicode.Scalar) -> Bool) -> ArraySlice<Unicode.Scalar> {
        let start = position
        while position < scalars.count, fits(scalars[position]) { position += 1 }
        return scalars[start..<position]
    }

    mutating func skipSpaces() {
        while take(" ") {}
    }

    mutating func back(to earlier: Int) {
        position = earlier
    }
}
