import KPICore

/// A day or a stretch of days as people and spreadsheets write it: `2021/9`, `2021年9月`, `20210930`, `44440`.
enum WrittenDate: Equatable {
    case day(LocalDate)
    case period(Period)
    /// A spreadsheet's count of days since 1899-12-30.
    case serial(LocalDate)
    /// `Sep-21`: which of the two numbers is the year, only the author knows.
    case monthName

    /// Nil where it is none of these, or there is no such day.
    init?(_ text: String) {
        if let serial = Self.serialDay(text) {
            self = .serial(serial)
            return
        }
        if Self.hasMonthName(text) {
            self = .monthName
            return
        }
        var scanner = NumberScanner(text)
        let leading = Self.digits(&scanner)
        guard let first = leading.value else { return nil }
        if scanner.isAtEnd {
            guard let whole = Self.unseparated(first, digits: leading.count) else { return nil }
            self = whole
            return
        }
        guard leading.count == 4, let rest = Self.separated(first, &scanner), scanner.isAtEnd else { return nil }
        self = rest
    }

    private static func digits(_ scanner: inout NumberScanner) -> (value: Int?, count: Int) {
        let run = scanner.run { ("0"..."9").contains($0) }
        guard run.count <= 8 else { return (nil, run.count) }
        return (run.isEmpty ? nil : run.reduce(0) { $0 * 10 + Int($1.value) - 48 }, run.count)
    }

    /// `202109`, `20210930`
    private static func unseparated(_ number: Int, digits: Int) -> WrittenDate? {
        switch digits {
        case 6: month(number / 100, number % 100)
        case 8: day(number / 10_000, number / 100 % 100, number % 100)
        default: nil
        }
    }

    /// What follows the year.
    private static func separated(_ year: Int, _ scanner: inout NumberScanner) -> WrittenDate? {
        guard let separator = scanner.take(anyOf: ["年", "-", "/", "."]) else { return nil }
        if separator == "年" {
            if scanner.isAtEnd { return Period(pad(year, 4)).map { .period($0) } }
            if let half = scanner.take(anyOf: ["上半年", "下半年"]) {
                return Period("\(pad(year, 4))H\(half == "上半年" ? 1 : 2)").map { .period($0) }
            }
            let before = scanner.position
            _ = scanner.take("第")
            if let quarter = scanner.take(anyOf: ["一季度", "二季度", "三季度", "四季度", "1季度", "2季度", "3季度", "4季度"]),
                let digit = quarter.unicodeScalars.first
            {
                let number = ChineseNumeral.digit(digit) ?? Int64(digit.value) - 48
                return Period("\(pad(year, 4))Q\(number)").map { .period($0) }
            }
            scanner.back(to: before)
        }
        guard let month = digits(&scanner).value else { return nil }
        if separator == "年" {
            guard scanner.take("月") else { return nil }
            _ = scanner.take("份")
            guard !scanner.isAtEnd else { return Self.month(year, month) }
            guard let day = digits(&scanner).value, scanner.take("日") else { return nil }
            return Self.day(year, month, day)
        }
        guard scanner.take(anyOf: [separator]) != nil else { return Self.month(year, month) }
        return digits(&scanner).value.flatMap { day(year, month, $0) }
    }

    private static func month(_ year: Int, _ month: Int) -> WrittenDate? {
        Period("\(pad(year, 4))-\(pad(month, 2))").map { .period($0) }
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> WrittenDate? {
        guard year >= 1000 else { return nil }
        return LocalDate(year: year, month: month, day: day).map { .day($0) }
    }

    private static func pad(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }

    /// Days from 1954 to 2118, with or without a time of day: `44440`, `44440.4167`.
    private static func serialDay(_ text: String) -> LocalDate? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts[0].utf8.count == 5, let days = Int(parts[0]), (20_000..<80_000).contains(days),
            parts.count == 1 || (!parts[1].isEmpty && parts[1].utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 })
        else { return nil }
        return LocalDate(year: 1899, month: 12, day: 30)?.adding(days: days)
    }

    private static func hasMonthName(_ text: String) -> Bool {
        let words = text.lowercased().split { $0 == "-" || $0 == " " || $0 == "/" }
        guard words.count >= 2 else { return false }
        let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        return words.contains { names.contains(String($0.prefix(3))) }
    }
}
