/// What of a title tells it from others: its letters without spaces, signs and case, and its numbers apart.
struct TitleLetters: Hashable {
    private let letters: [Unicode.Scalar]
    private let numbers: [Unicode.Scalar]

    init(_ title: String) {
        let scalars = Array(FoldedText(title).text.lowercased().unicodeScalars)
        letters = scalars.filter(\.properties.isAlphabetic)
        numbers = scalars.filter { ("0"..."9").contains($0) }
    }

    var isEmpty: Bool { letters.isEmpty && numbers.isEmpty }

    /// Four fifths of the pairs of neighbouring letters are the same (Dice's coefficient); a number that differs makes
    /// another title, as the third forum is not the fourth.
    func resemble(_ other: TitleLetters) -> Bool {
        guard numbers == other.numbers, letters.count > 3, other.letters.count > 3 else { return false }
        var pairs: [[Unicode.Scalar]: Int] = [:]
        for pair in zip(letters, letters.dropFirst()) { pairs[[pair.0, pair.1], default: 0] += 1 }
        var shared = 0
        for pair in zip(other.letters, other.letters.dropFirst()) {
            guard let left = pairs[[pair.0, pair.1]], left > 0 else { continue }
            pairs[[pair.0, pair.1]] = left - 1
            shared += 1
        }
        return Double(2 * shared) >= 0.8 * Double(letters.count + other.letters.count - 2)
    }
}
