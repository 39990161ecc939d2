/// One record of a CSV text, as stretches of its bytes: a million rows should not cost a string for every field.
package struct CSVRecord: Sendable {
    struct Field: Sendable {
        /// Of the content, without the quotes around it.
        var lower: Int
        var upper: Int
        /// Quotes inside are doubled.
        var hasDoubledQuotes = false
    }

    /// The physical line on which it begins, from 1.
    package internal(set) var line = 0
    /// Something stands between a closing quote and the next separator.
    package internal(set) var hasTextAfterQuote = false
    var fields: [Field] = []
    var bytes: [UInt8] = []

    package var count: Int { fields.count }

    /// Whether nothing is written in any field.
    package var isBlank: Bool {
        fields.allSatisfy { field in
            (field.lower..<field.upper).allSatisfy { bytes[$0] == UInt8(ascii: " ") || bytes[$0] == UInt8(ascii: "\t") }
        }
    }

    /// The content of a field, empty where the record is too short for it. Bytes that are not UTF-8 come out as
    /// U+FFFD.
    package subscript(index: Int) -> String {
        guard index < fields.count else { return "" }
        let field = fields[index]
        guard field.hasDoubledQuotes else { return String(decoding: bytes[field.lower..<field.upper], as: UTF8.self) }
        var content: [UInt8] = []
        content.reserveCapacity(field.upper - field.lower)
        var position = field.lower
        while position < field.upper {
            content.append(bytes[position])
            position += bytes[position] == UInt8(ascii: "\"") ? 2 : 1
        }
        return String(decoding: content, as: UTF8.self)
    }

    /// Whether a field begins as formulas do, told by one byte; see ``FormulaCell`` for the rest.
    func mayBeFormula(_ index: Int) -> Bool {
        guard index < fields.count, fields[index].lower < fields[index].upper else { return false }
        switch bytes[fields[index].lower] {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x20, 0x09, 0x0D, 0xEF:
            return true
        default: return false
        }
    }

    package var texts: [String] { fields.indices.map { self[$0] } }
}
