import Diagnostics

/// A line of a file taken apart by eye, as `  - key: value`, for when libyaml could make nothing of it.
struct YAMLLine {
    let source: SourceText
    /// Without the line break and blanks before it.
    let range: Range<Int>
    /// The first byte that is not a space or tab.
    let contentStart: Int
    /// The key's colon, when one is found.
    private(set) var colon: Int?
    /// The first byte after `key: ` and `- `.
    private(set) var valueStart: Int

    init(_ source: SourceText, number: Int) {
        self.source = source
        let whole = source.lineRange(number)
        let bytes = source.bytes
        let end = bytes[whole].lastIndex { !Self.isBlank($0) }.map { $0 + 1 } ?? whole.lowerBound
        range = whole.lowerBound..<end
        func skippingBlanks(_ from: Int) -> Int {
            bytes[from..<end].firstIndex { !Self.isBlank($0) } ?? end
        }
        contentStart = skippingBlanks(whole.lowerBound)
        valueStart = contentStart
        while valueStart + 1 < end, bytes[valueStart] == UInt8(ascii: "-"), Self.isBlank(bytes[valueStart + 1]) {
            valueStart = skippingBlanks(valueStart + 1)
        }
        if let colon = Self.colon(in: bytes[valueStart..<end]) {
            self.colon = colon
            valueStart = skippingBlanks(colon + 1)
        }
    }

    /// The line that holds a byte.
    init(_ source: SourceText, holding offset: Int) {
        self.init(source, number: source.position(of: offset).line)
    }

    var number: Int { source.position(of: range.lowerBound).line }

    /// The nearest line above with something on it, comments aside.
    var above: YAMLLine? {
        var number = number - 1
        while number >= 1 {
            let line = YAMLLine(source, number: number)
            if !line.content.isEmpty, line.content.first != UInt8(ascii: "#") { return line }
            number -= 1
        }
        return nil
    }

    /// Whether keys or list items stand indented below this line.
    var hasChildren: Bool {
        guard
            let next = (number + 1...number + 100).lazy.filter({ $0 <= source.lineCount })
                .map({ YAMLLine(source, number: $0) }).first(where: { !$0.content.isEmpty })
        else { return false }
        let isStructured = next.colon != nil || next.content.starts(with: Array("- ".utf8))
        return next.indentation > indentation && isStructured
    }

    var indentation: Int { contentStart - range.lowerBound }
    var content: ArraySlice<UInt8> { source.bytes[contentStart..<max(contentStart, range.upperBound)] }
    var value: ArraySlice<UInt8> { source.bytes[valueStart..<max(valueStart, range.upperBound)] }
    var key: String? { colon.map { source.text(contentStart..<$0) } }

    /// The first tab among the blanks the line begins with.
    var tab: Int? { source.bytes[range.lowerBound..<contentStart].firstIndex(of: UInt8(ascii: "\t")) }

    /// The comment on the line, found as YAML finds it: `#` at the beginning or after a blank. Quotes are not looked at.
    var comment: Int? {
        content.indices.first { offset in
            source.bytes[offset] == UInt8(ascii: "#")
                && (offset == range.lowerBound || Self.isBlank(source.bytes[offset - 1]))
        }
    }

    /// The colon that ends a key: a blank or the end of the line follows it, and no flow collection has begun.
    private static func colon(in content: ArraySlice<UInt8>) -> Int? {
        guard let first = content.first else { return nil }
        var from = content.startIndex
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            guard let close = content.dropFirst().firstIndex(of: first) else { return nil }
            from = close + 1
            let next = content[from...].first
            return next == UInt8(ascii: ":") ? from : nil
        }
        guard !"{[&*!|>%@`#".utf8.contains(first) else { return nil }
        return content[from...].indices.first { offset in
            content[offset] == UInt8(ascii: ":")
                && (offset + 1 == content.endIndex || isBlank(content[offset + 1]))
        }
    }

    static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }
}
