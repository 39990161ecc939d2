/// The last line that a program wrote, however much it wrote before.
struct LastWords: Sendable {
    private var tail: [UInt8] = []

    private static let limit = 4096

    mutating func hear(_ bytes: [UInt8]) {
        tail += bytes.suffix(Self.limit)
        tail.removeFirst(max(0, tail.count - Self.limit))
    }

    var line: String {
        let lines = String(decoding: tail, as: UTF8.self).split(whereSeparator: \.isNewline)
        return Redaction.none.line(lines.last { !$0.allSatisfy(\.isWhitespace) }.map(String.init) ?? "")
    }
}
