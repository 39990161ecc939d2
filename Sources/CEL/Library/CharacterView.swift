/// A string by the positions of its characters, which for CEL are code points.
struct CharacterView {
    private let text: String
    private let scalars: [Unicode.Scalar]

    init(_ text: String, _ context: inout Context) throws(Stop) {
        try context.charge(bytes: text.utf8.count)
        self.text = text
        self.scalars = Array(text.unicodeScalars)
    }

    var count: Int { scalars.count }

    /// A position from 0 to the end; an error beyond.
    func position(_ number: Int64) throws(Stop) -> Int {
        guard number >= 0, number <= Int64(scalars.count) else { throw .failed("index out of range: \(number)") }
        return Int(number)
    }

    func text(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }

    func firstOccurrence(of part: String, from start: Int64) throws(Stop) -> Int64 {
        let start = try position(start)
        let offset = scalars[..<start].reduce(0) { $0 + UTF8.width($1) }
        guard let found = text.firstOccurrence(of: part, from: offset) else { return -1 }
        let before = text.utf8.prefix(found)
        return Int64(before.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 })
    }

    func lastOccurrence(of part: String, upTo end: Int64?, _ context: inout Context) throws(Stop) -> Int64 {
        let wanted = Array(part.unicodeScalars)
        var start = scalars.count - wanted.count
        if let end { start = min(start, try position(end)) }
        while start >= 0 {
            var matched = 0
            while matched < wanted.count, scalars[start + matched] == wanted[matched] { matched += 1 }
            if matched == wanted.count { return Int64(start) }
            try context.charge(bytes: matched)
            start -= 1
        }
        return -1
    }
}
