import KPICore

/// Makes sheets of a file's bytes, whatever its format.
struct SheetDecoding {
    let limits: IntakeLimits

    /// The sheets in the order of the file. What keeps it from being read at all is thrown.
    func sheets(_ format: FileFormat, _ bytes: [UInt8]) throws(PlacedRemark) -> [SheetText] {
        switch format {
        case .text: return [try text(bytes)]
        case .json:
            return [try marked(bytes) { (text) throws(PlacedRemark) in try JSONSheets(limits: limits).document(text) }]
        case .jsonLines:
            return [try marked(bytes) { (text) throws(PlacedRemark) in try JSONSheets(limits: limits).lines(text) }]
        case .workbook: return try workbook(bytes)
        }
    }

    private func workbook(_ bytes: [UInt8]) throws(PlacedRemark) -> [SheetText] {
        do throws(WorkbookFlaw) {
            return try Workbook.read(bytes)
        } catch {
            throw PlacedRemark(Remark(error))
        }
    }

    private func text(_ bytes: [UInt8]) throws(PlacedRemark) -> SheetText {
        try marked(bytes) { text in
            let separator = Separator.detect(in: text)
            var sheet = SheetText(text, separator: separator)
            if separator != Separator.comma { sheet.remarks.append(PlacedRemark(Separator.remark(separator))) }
            return sheet
        }
    }

    /// Brings a text to UTF-8 first, and says so where it was in another encoding.
    private func marked(
        _ bytes: [UInt8], _ read: ([UInt8]) throws(PlacedRemark) -> SheetText
    ) throws(PlacedRemark) -> SheetText {
        let text: TextDecoding.Text
        do throws(TextDecoding.Flaw) {
            text = try TextDecoding.decode(bytes)
        } catch {
            throw PlacedRemark(Remark(error), line: error.line)
        }
        var sheet = try read(text.bytes)
        if text.encoding != .utf8 { sheet.remarks.insert(PlacedRemark(.decoded(text.encoding)), at: 0) }
        return sheet
    }
}
