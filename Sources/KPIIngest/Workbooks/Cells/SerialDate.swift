import KPICore

/// Reads a spreadsheet's count of days as the day that people see.
struct SerialDate {
    /// Days count from 1904-01-01 as on old Macintoshes, instead of from the end of 1899.
    let is1904: Bool

    /// Nil where the format is no date or the number none that a spreadsheet would show as one.
    func text(_ serial: Double, _ format: NumberFormat) -> String? {
        guard serial >= 0, serial < 2_958_466 else { return nil }  // 10000-01-01
        // Spreadsheets compute with days, so a time of day is seldom a whole number of seconds.
        let seconds = Int((serial * 86_400).rounded())
        let (days, time) = seconds.quotientAndRemainder(dividingBy: 86_400)
        switch format {
        case .plain, .percent: return nil
        case .elapsed: return clock(seconds)
        case .timeOfDay where days == 0: return clock(time)
        case .timeOfDay, .dayAndTime: return day(days).map { time == 0 ? $0 : "\($0)T\(clock(time))" }
        case .day: return day(days)
        case .month: return day(days).map { $0.hasSuffix("-01") ? String($0.dropLast(3)) : $0 }
        }
    }

    private func day(_ days: Int) -> String? {
        if is1904 { return Self.first1904?.adding(days: days).description }
        switch days {
        case 0: return nil  // shown as 1900-01-00
        case ..<60: return Self.last1899?.adding(days: days).description
        case 60: return "1900-02-29"  // never was, but is what people see; whoever reads dates refuses it
        default: return Self.last1899?.adding(days: days - 1).description
        }
    }

    private func clock(_ seconds: Int) -> String {
        [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    private static let last1899 = LocalDate(year: 1899, month: 12, day: 31)
    private static let first1904 = LocalDate(year: 1904, month: 1, day: 1)
}
