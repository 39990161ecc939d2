import KPICore

/// Reads the period that a row is about, and fits it to how often its target is reported.
struct PeriodReader {
    struct Reading {
        /// Nil with a remark that refuses it.
        var period: Period?
        var remark: Remark?
    }

    /// A file is about a few periods only.
    private var seen: [String: Reading] = [:]
    private static let remembered = 1000

    mutating func read(_ text: String) -> Reading {
        if let reading = seen[text] { return reading }
        let (period, remark) = Self.parse(text)
        let reading = Reading(period: period, remark: remark)
        if seen.count < Self.remembered { seen[text] = reading }
        return reading
    }

    private static func parse(_ text: String) -> (period: Period?, remark: Remark?) {
        let written = FoldedText(text).text
        guard !written.isEmpty else { return (nil, .empty("期间", "the period")) }
        if let period = Period(written) { return (period, nil) }
        switch WrittenDate(written) {
        case .period(let period): return (period, form(written, period))
        case .day(let day):
            let period = PeriodLength.day.period(containing: day)
            return (period, form(written, period))
        case .serial(let day): return (nil, serial(written, day))
        case .monthName: return (nil, monthName(written))
        case nil: return (nil, bad(written))
        }
    }

    /// What is left of the remark's action is for the caller: a period may be taken as it is, or as another.
    static func fit(_ period: Period, to target: Target, form: Form) -> (period: Period, remark: Remark?) {
        guard let length = target.frequency.period, length != period.length else { return (period, nil) }
        let own = length.period(containing: period.last)
        let isShorter = period.range.days < own.range.days
        if isShorter, own.first <= period.first, period.last == own.last || isFirstDay(period, of: own) {
            return (own, fitted(period, own))
        }
        if isShorter { return (period, unfitting(period, own, .doubt)) }
        if form != .delta, own.last == period.last { return (own, fitted(period, own)) }
        return (period, unfitting(period, own, .reject))
    }

    /// Spreadsheets make the first day of a month out of a month.
    private static func isFirstDay(_ period: Period, of other: Period) -> Bool {
        period.length == .day && period.first == other.first
    }

    private static func form(_ text: String, _ period: Period) -> Remark {
        .note(
            .periodForm, zh: "期间“\(excerpted(text))”按\(period)读取。",
            en: "the period '\(excerpted(text))' was read as \(period).")
    }

    private static func serial(_ text: String, _ day: LocalDate) -> Remark {
        let month = PeriodLength.month.period(containing: day)
        return .reject(
            .excelDate, zh: "“\(excerpted(text))”是电子表格的日期序号（\(day)）：请把该列设为文本，写成\(month)。",
            en: "'\(excerpted(text))' is a spreadsheet's day number (\(day)): make the column text and write \(month).")
    }

    private static func monthName(_ text: String) -> Remark {
        .reject(
            .excelDate, zh: "“\(excerpted(text))”是电子表格改写的日期：请把该列设为文本，写成2021-09这样的期间。",
            en:
                "'\(excerpted(text))' is a date as a spreadsheet shows it: make the column text and write a period such as 2021-09."
        )
    }

    private static func bad(_ text: String) -> Remark {
        .reject(
            .periodBad, zh: "“\(excerpted(text))”不是期间：请写成2021-09、2021Q3、2021H2或2021。",
            en: "'\(excerpted(text))' is no period: write one such as 2021-09, 2021Q3, 2021H2 or 2021.")
    }

    private static func fitted(_ period: Period, _ own: Period) -> Remark {
        .note(
            .periodLength, zh: "期间\(period)按该指标的报送周期记为\(own)。",
            en: "the period \(period) was recorded as \(own), by the target's frequency.")
    }

    private static func unfitting(_ period: Period, _ own: Period, _ action: Finding.Action) -> Remark {
        Remark(
            .periodLength, action, zh: "期间\(period)与该指标的报送周期不符：请按\(own)这样的期间报送。",
            en: "the period \(period) does not fit the target's frequency: report on a period such as \(own).")
    }
}
