extension Delay {
    /// Ten years: beyond it, somebody has mistaken the unit.
    private static let longest: Int64 = 3660

    /// Reads what people type: `90m`, `12h`, `3d`, `1h30m`, `5 working days`, `5个工作日`. Nil for anything else, for
    /// nothing, and for more than ten years.
    package init?(typed text: String) {
        var rest = Substring(text)
        var total: Int64 = 0
        var last = Int64.max
        repeat {
            guard let number = Self.number(&rest) else { return nil }
            if let days = Self.workingDays(number, rest), last == .max {
                self = days
                return
            }
            guard let letter = rest.popFirst(), let unit = Self.units[letter], unit < last, number > 0 else {
                return nil
            }
            last = unit
            total += number * unit
        } while !rest.isEmpty
        guard total <= Self.longest * 86_400 else { return nil }
        self = .seconds(total)
    }

    private static let units: [Character: Int64] = ["d": 86_400, "h": 3600, "m": 60, "s": 1]

    private static func workingDays(_ number: Int64, _ rest: Substring) -> Delay? {
        let words = ["working day", "working days", "个工作日", "工作日"]
        guard words.contains(String(rest.drop { $0 == " " })), (1...longest).contains(number) else { return nil }
        return .workingDays(Int(number))
    }

    /// At most nine digits, so that no sum of them overflows.
    private static func number(_ rest: inout Substring) -> Int64? {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard (1...9).contains(digits.count) else { return nil }
        rest = rest.dropFirst(digits.count)
        return Int64(digits)
    }
}
