/// Reads comma-separated values as RFC 4180 describes them, over bytes.
///
/// Line breaks are CRLF, LF or a lone CR, and may stand inside quotes, where a doubled quote is one. A quote inside a
/// field that does not begin with one is itself. A text that follows a closing quote marks the record and is left out.
package struct CSVReader {
    /// Why reading ended before the end of the text.
    package private(set) var flaw: CSVFlaw?
    private var pieces: TextSource.Pieces
    /// What was read of the text and not gone beyond.
    private var bytes: [UInt8] = []
    private var isAtEnd = false
    private let separator: UInt8
    private let limits: IntakeLimits
    private var position = 0
    private var line = 1
    private var records = 0

    package init(
        _ text: TextSource, separator: UInt8 = UInt8(ascii: ","), limits: IntakeLimits = IntakeLimits()
    ) {
        pieces = text.pieces
        self.separator = separator
        self.limits = limits
    }

    /// The bytes are UTF-8 without a byte-order mark; see ``TextDecoding``.
    package init(_ bytes: [UInt8], separator: UInt8 = UInt8(ascii: ","), limits: IntakeLimits = IntakeLimits()) {
        self.init(TextSource(bytes), separator: separator, limits: limits)
    }

    /// A record to read into, again and again.
    package func makeRecord() -> CSVRecord { CSVRecord() }

    /// Reads the next record. False at the end of the text, and after a flaw.
    package mutating func next(into record: inout CSVRecord) -> Bool {
        guard flaw == nil else { return false }
        if position == bytes.count { readOn(from: position) }
        guard position < bytes.count else { return false }
        records += 1
        guard records <= limits.records else { return stop(.tooManyRecords(line: line, limit: limits.records)) }
        let first = line
        var start = position
        while true {
            let isWhole = read(&record)
            // What ends with the bytes that were read may go on behind them.
            let mayGoOn = position == bytes.count && (isWhole || flaw == .unterminatedQuote(line: first))
            guard mayGoOn, !isAtEnd else {
                record.bytes = bytes
                return isWhole
            }
            readOn(from: start)
            (start, line, flaw) = (0, first, nil)
        }
    }

    /// Reads another piece, and leaves what stands before a place behind.
    private mutating func readOn(from start: Int) {
        let piece = pieces.next() ?? []
        isAtEnd = piece.isEmpty
        bytes = start == bytes.count ? piece : Array(bytes[start...]) + piece
        position = 0
    }

    private mutating func read(_ record: inout CSVRecord) -> Bool {
        record.fields.removeAll(keepingCapacity: true)
        record.line = line
        record.hasTextAfterQuote = false
        let start = position
        while true {
            guard let field = readField(&record) else { return false }
            record.fields.append(field)
            guard field.upper - field.lower <= limits.fieldBytes else {
                return stop(.fieldTooLong(line: record.line, limit: limits.fieldBytes))
            }
            guard record.fields.count <= limits.columns else {
                return stop(.tooManyColumns(line: record.line, limit: limits.columns))
            }
            guard position - start <= limits.recordBytes else {
                return stop(.recordTooLong(line: record.line, limit: limits.recordBytes))
            }
            guard position < bytes.count else { return true }
            if bytes[position] == separator {
                position += 1
            } else {
                takeLineBreak()
                return true
            }
        }
    }

    private mutating func stop(_ flaw: CSVFlaw) -> Bool {
        self.flaw = flaw
        return false
    }

    /// Leaves the position at the separator, line break or end behind the field.
    private mutating func readField(_ record: inout CSVRecord) -> CSVRecord.Field? {
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { return readQuoted(&record) }
        let lower = position
        skipToEndOfField()
        return CSVRecord.Field(lower: lower, upper: position)
    }

    private mutating func skipToEndOfField() {
        let end = bytes.count
        var position = position
        while position < end {
            let byte = bytes[position]
            if byte == separator || byte == 0x0A || byte == 0x0D { break }
            position += 1
        }
        self.position = position
    }

    private mutating func readQuoted(_ record: inout CSVRecord) -> CSVRecord.Field? {
        position += 1
        var field = CSVRecord.Field(lower: position, upper: position)
        let longest = min(bytes.count, position + limits.fieldBytes + 1)
        while position < longest {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\"") else {
                    field.upper = position
                    position += 1
                    let closed = position
                    skipToEndOfField()
                    if position > closed { record.hasTextAfterQuote = true }
                    return field
                }
                field.hasDoubledQuotes = true
                position += 2
            } else if byte == 0x0A || byte == 0x0D {
                takeLineBreak()
            } else {
                position += 1
            }
        }
        flaw =
            position < bytes.count
            ? .fieldTooLong(line: record.line, limit: limits.fieldBytes) : .unterminatedQuote(line: record.line)
        return nil
    }

    private mutating func takeLineBreak() {
        let isCR = bytes[position] == 0x0D
        position += 1
        if isCR, position < bytes.count, bytes[position] == 0x0A { position += 1 }
        line += 1
    }
}
