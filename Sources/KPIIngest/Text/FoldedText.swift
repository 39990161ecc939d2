/// A text without what input methods and spreadsheets add to it: full-width letters and digits become plain ones,
/// spaces at the ends and marks without width go. The part of Unicode's NFKC that office files need.
package struct FoldedText: Sendable, Hashable {
    package let text: String
    /// Whether a full-width letter, digit or sign was among it.
    package let wasFullWidth: Bool

    package init(_ original: String) {
        if original.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
            (text, wasFullWidth) = (original, false)
            return
        }
        var scalars: [Unicode.Scalar] = []
        var wide = false
        for scalar in original.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E:
                wide = true
                if let plain = Unicode.Scalar(scalar.value - 0xFEE0) { scalars.append(plain) }
            case 0x3000, 0xA0, 0x2000...0x200A, 0x202F, 0x09, 0x0A, 0x0D: scalars.append(" ")
            case 0x200B...0x200F, 0x2060, 0xFEFF: break
            default: scalars.append(scalar)
            }
        }
        let first = scalars.firstIndex { $0 != " " } ?? scalars.endIndex
        let last = scalars.lastIndex { $0 != " " } ?? first
        var folded = ""
        if first < scalars.endIndex { folded.unicodeScalars.append(contentsOf: scalars[first...last]) }
        (text, wasFullWidth) = (folded, wide)
    }
}
