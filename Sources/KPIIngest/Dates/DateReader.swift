import KPICore

/// Reads a day in a register.
enum DateReader {
    /// Nil with a remark that refuses it.
    static func read(_ text: String) -> (date: LocalDate?, remark: Remark?) {
        if let date = LocalDate(text) { return (date, nil) }
        let written = FoldedText(text).text
        if let date = LocalDate(written) { return (date, form(written, date)) }
        switch WrittenDate(written) {
        case .day(let date): return (date, form(written, date))
        case .serial(let date):
            return (
                nil,
                .reject(
                    .excelDate, zh: "“\(excerpted(written))”是电子表格的日期序号（\(date)）：请把该列设为文本，写成\(date)。",
                    en: "'\(excerpted(written))' is a spreadsheet's day number: make the column text and write \(date)."
                )
            )
        case .period, .monthName, nil:
            return (
                nil,
                .reject(
                    .dateBad, zh: "“\(excerpted(written))”不是存在的日期：请写成2021-09-30。",
                    en: "'\(excerpted(written))' is not a day that exists: write it as 2021-09-30.")
            )
        }
    }

    private static func form(_ text: String, _ date: LocalDate) -> Remark {
        .note(
            .dateForm, zh: "日期“\(excerpted(text))”按\(date)读取。",
            en: "the date '\(excerpted(text))' was read as \(date).")
    }
}
