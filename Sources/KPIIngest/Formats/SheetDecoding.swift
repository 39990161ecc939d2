import KPICore

/// Makes sheets of a file's bytes, whatever its format.
struct SheetDecoding {
    let limits: IntakeLimits

    /// The sheets in the order of the file. What keeps it from being read at all is thrown.
    func sheets(_ format: FileFormat, _ content: some FileContent) throws(PlacedRemark) -> [SheetText] {
        switch format {
        case .text: return [try text(content)]
        case .json:
            return [
                try marked(content) { (text) throws(PlacedRemark) in
                    try JSONSheets(limits: limits).document(text.bytes)
                }
            ]
        case .jsonLines:
            return [
                try marked(content) { (text) throws(PlacedRemark) in try JSONSheets(limits: limits).lines(text.bytes) }
            ]
        case .yaml:
            return [
                try marked(content) { (text) throws(PlacedRemark) in
                    try YAMLSheets(limits: limits).document(text.bytes)
                }
            ]
        case .workbook: return try workbook(content.all())
        }
    }

    private func workbook(_ bytes: [UInt8]) throws(PlacedRemark) -> [SheetText] {
        do throws(WorkbookFlaw) {
            return try Workbook.read(bytes)
        } catch {
            throw PlacedRemark(Remark(error))
        }
    }

    private func text(_ content: some FileContent) throws(PlacedRemark) -> SheetText {
        try marked(content) { text in
            let separator = Separator.detect(in: text.head(16_384))
            var sheet = SheetText(text, separator: separator)
            if separator != Separator.comma { sheet.remarks.append(PlacedRemark(Separator.remark(separator))) }
            return sheet
        }
    }

    /// Brings a text to UTF-8 first, and says so where it was in another encoding.
    private func marked(
        _ content: some FileContent, _ read: (TextSource) throws(PlacedRemark) -> SheetText
    ) throws(PlacedRemark) -> SheetText {
        let text: TextDecoding.Text
        do throws(TextDecoding.Flaw) {
            text = try TextDecoding.decode(content)
        } catch {
            throw PlacedRemark(Remark(error), line: error.line)
        }
        var sheet = try read(text.source)
        if text.encoding != .utf8 { sheet.remarks.insert(PlacedRemark(.decoded(text.encoding)), at: 0) }
        return sheet
    }
}
