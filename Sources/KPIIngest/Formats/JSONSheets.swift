import KPICore

/// Reads reports and registers that programs write as JSON.
struct JSONSheets {
    let limits: IntakeLimits

    /// A list of objects, or an object whose member `rows` is one; its other members hold for every row.
    func document(_ bytes: [UInt8]) throws(PlacedRemark) -> SheetText {
        guard let json = JSON(parsing: String(decoding: bytes, as: UTF8.self)) else {
            throw PlacedRemark(Self.unreadable)
        }
        let rows: [JSON]
        var shared: [JSON.Member] = []
        switch json {
        case .array(let elements): rows = elements
        case .object(let members):
            guard case .array(let elements)? = json["rows"] else { throw PlacedRemark(Self.noRows) }
            rows = elements
            shared = members.filter { $0.name != "rows" }
        default: throw PlacedRemark(Self.noRows)
        }
        guard rows.count <= limits.records else {
            throw PlacedRemark(Remark(.tooManyRecords(line: 1, limit: limits.records)))
        }
        var depth = 1
        if case .object = json { depth = 2 }
        let lines = ObjectLines(bytes, depth: depth).lines
        var sheet = ObjectSheet(limits: limits)
        for (index, row) in rows.enumerated() {
            sheet.add(row, shared: shared, line: index < lines.count ? lines[index] : 1)
        }
        return sheet.sheet()
    }

    /// An object on each line. One that cannot be read is told, and the others are taken.
    func lines(_ bytes: [UInt8]) throws(PlacedRemark) -> SheetText {
        var sheet = ObjectSheet(limits: limits)
        var flaws: [PlacedRemark] = []
        var count = 0
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            count += 1
            guard count <= limits.records, line.count <= limits.recordBytes else {
                throw PlacedRemark(
                    Remark(
                        count > limits.records
                            ? .tooManyRecords(line: index + 1, limit: limits.records)
                            : .recordTooLong(line: index + 1, limit: limits.recordBytes)), line: index + 1)
            }
            if let json = JSON(parsing: String(decoding: line, as: UTF8.self)) {
                sheet.add(json, line: index + 1)
            } else {
                flaws.append(PlacedRemark(Self.unreadable, line: index + 1))
            }
        }
        var text = sheet.sheet()
        text.remarks += flaws
        return text
    }

    private static let unreadable = Remark.reject(
        .notJSON, zh: "不是完整的JSON：请检查引号、逗号和括号。",
        en: "this is not whole JSON: check quotes, commas and brackets.")

    private static let noRows = Remark.reject(
        .notJSON, zh: "没有数据行：请写成对象的列表，或把列表放在“rows”中。",
        en: "there are no rows: write a list of objects, or put that list under \"rows\".")
}

/// On which lines the objects at some depth of a JSON text begin.
private struct ObjectLines {
    let lines: [Int]

    /// - Parameter depth: how many brackets are open around the objects.
    init(_ bytes: [UInt8], depth wanted: Int) {
        var lines: [Int] = []
        var (line, depth) = (1, 0)
        var (isQuoted, isEscaped) = (false, false)
        for byte in bytes {
            if byte == 0x0A { line += 1 }
            if isQuoted {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isQuoted = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isQuoted = true
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                if byte == UInt8(ascii: "{"), depth == wanted { lines.append(line) }
                depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
        }
        self.lines = lines
    }
}
