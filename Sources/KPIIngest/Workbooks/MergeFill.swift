/// Writes the value of a cell that spans several rows into each of them.
///
/// Whoever merges 任城区 over three rows means that all three are about 任城区. It is done downwards only: a title merged
/// over all columns would else become a row in which every column has that name. Rows in which nothing else stands stay
/// empty, and what stands under a merge stays as it is.
struct MergeFill {
    private(set) var filled = 0
    private var begins: [Int: [MergedCells]]
    /// By column, what is being written into the rows that are read.
    private var open: [Int: (value: ArraySlice<UInt8>, merge: MergedCells, isUsed: Bool)] = [:]

    init(_ merges: [MergedCells]) {
        begins = Dictionary(grouping: merges.filter { $0.last.row > $0.first.row }) { $0.first.row }
    }

    /// Nil where the result is longer than `limit`.
    mutating func fill(_ text: [UInt8], limit: Int) -> [UInt8]? {
        guard !begins.isEmpty else { return text }
        var lines = SheetLines()
        var start = 0
        var row = 0
        while start < text.count {
            row += 1
            let end = text[start...].firstIndex(of: 0x0A) ?? text.count
            if end > start || begins[row] != nil { copy(Self.fields(text[start..<end]), row, to: &lines) }
            guard lines.bytes.count <= limit else { return nil }
            start = end + 1
        }
        return lines.bytes
    }

    private mutating func copy(_ fields: [ArraySlice<UInt8>], _ row: Int, to lines: inout SheetLines) {
        open = open.filter { $0.value.merge.last.row >= row }
        let isBlank = fields.allSatisfy(\.isEmpty)
        let last = isBlank ? 0 : max(fields.count, open.keys.max() ?? 0)
        for column in stride(from: 1, through: last, by: 1) {
            let own = column <= fields.count ? fields[column - 1] : []
            let cell = CellReference(row: row, column: column)
            if !own.isEmpty {
                lines.append(raw: own, at: cell)
            } else if let merge = open[column] {
                lines.append(raw: merge.value, at: cell)
                if !merge.isUsed { filled += 1 }
                open[column]?.isUsed = true
            }
        }
        for merge in begins[row] ?? [] where merge.first.column <= fields.count {
            let value = fields[merge.first.column - 1]
            if !value.isEmpty { open[merge.first.column] = (value, merge, false) }
        }
    }

    /// The fields of a line with their quotes.
    private static func fields(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var fields: [ArraySlice<UInt8>] = []
        var start = line.startIndex
        var isQuoted = false
        for position in line.indices {
            if line[position] == UInt8(ascii: "\"") {
                // A quote inside a field that is not quoted cannot be: such fields are written with quotes.
                isQuoted.toggle()
            } else if line[position] == UInt8(ascii: ","), !isQuoted {
                fields.append(line[start..<position])
                start = position + 1
            }
        }
        return fields + [line[start...]]
    }
}
