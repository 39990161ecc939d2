/// Makes the text of a cell out of what stands in a sheet's part.
struct CellDecoder {
    let strings: SharedStringsPart
    /// Nil where the workbook says nothing about formats.
    let formats: [NumberFormat]?
    let dates: SerialDate

    /// Empty where the cell is; nil with what is wrong about it.
    func text(of cell: RawCell) -> (text: [UInt8]?, mistake: WorkbookFlaw.CellMistake?) {
        switch cell.type {
        case "inlineStr": return (cell.inline, nil)
        case "str", "e":
            var text: [UInt8] = []
            CellText.append(cell.value, to: &text)
            return (text, nil)
        case "s":
            guard !cell.value.isEmpty else { return ([], nil) }
            guard let text = Int(String(decoding: cell.value, as: UTF8.self)).flatMap({ strings[$0] }) else {
                return (nil, .sharedString)
            }
            return (Array(text), nil)
        case "b":
            switch cell.value {
            case []: return ([], nil)
            case [UInt8(ascii: "1")]: return (Array("TRUE".utf8), nil)
            case [UInt8(ascii: "0")]: return (Array("FALSE".utf8), nil)
            default: return (nil, .number)
            }
        case "d":
            var text: [UInt8] = []
            CellText.append(cell.value, to: &text)
            return (Array(Self.day(String(decoding: text, as: UTF8.self)).utf8), nil)
        case "n": return number(cell)
        default: return (nil, .number)
        }
    }

    private func number(_ cell: RawCell) -> (text: [UInt8]?, mistake: WorkbookFlaw.CellMistake?) {
        guard !cell.value.isEmpty else { return ([], nil) }
        guard let format = format(cell.format) else { return (nil, .format) }
        // Double would take 0x10 and nan too.
        let isDecimal = cell.value.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
        guard isDecimal, let value = Double(String(decoding: cell.value, as: UTF8.self)), value.isFinite else {
            return (nil, .number)
        }
        let text =
            format == .percent
            ? DecimalText.text(value, movedBy: 2) + "%" : dates.text(value, format) ?? DecimalText.text(value)
        return (Array(text.utf8), nil)
    }

    private func format(_ index: Int?) -> NumberFormat? {
        guard let index else { return formats?.first ?? .plain }
        guard let formats else { return index == 0 ? .plain : nil }
        return formats.indices.contains(index) ? formats[index] : nil
    }

    /// `2021-06-30T00:00:00.000Z` is a day: sheets of the strict edition write days so.
    private static func day(_ text: String) -> String {
        var written = text[...]
        if written.hasSuffix("Z") { written.removeLast() }
        if let point = written.lastIndex(of: "."), written[point...].dropFirst().allSatisfy({ $0 == "0" }) {
            written = written[..<point]
        }
        return String(written.hasSuffix("T00:00:00") ? written.dropLast(9) : written)
    }
}
