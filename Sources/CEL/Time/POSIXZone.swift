/// Reads the POSIX `TZ` notation in which a TZif file says how a zone goes on after its last listed change.
enum POSIXZone {
    /// Nil when there is no rule or it cannot be read; the last listed offset then holds for ever.
    static func parse(_ text: ArraySlice<UInt8>) -> YearlyRule? {
        var scanner = Scanner(rest: text)
        guard scanner.name(), let west = scanner.time() else { return nil }
        let standard = -west
        if scanner.rest.isEmpty { return YearlyRule(standard: standard, summer: nil) }
        guard scanner.name() else { return nil }
        var summer = standard + 3600
        if scanner.rest.first != UInt8(ascii: ",") {
            guard let west = scanner.time() else { return nil }
            summer = -west
        }
        guard let from = scanner.change(), let to = scanner.change(), scanner.rest.isEmpty else { return nil }
        return YearlyRule(standard: standard, summer: (summer, from, to))
    }

    private struct Scanner {
        var rest: ArraySlice<UInt8>

        mutating func take(_ character: Character) -> Bool {
            guard rest.first == character.asciiValue else { return false }
            rest.removeFirst()
            return true
        }

        mutating func name() -> Bool {
            if take("<") {
                rest = rest.drop { $0 != UInt8(ascii: ">") }
                return take(">")
            }
            let letters = rest.prefix { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }
            rest.removeFirst(letters.count)
            return letters.count >= 3
        }

        mutating func number() -> Int? {
            let digits = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
            guard !digits.isEmpty, digits.count <= 4 else { return nil }
            rest.removeFirst(digits.count)
            return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        }

        /// `[+-]hh[:mm[:ss]]` in seconds.
        mutating func time() -> Int? {
            let negative = take("-")
            if !negative { _ = take("+") }
            guard var seconds = number().map({ $0 * 3600 }) else { return nil }
            for unit in [60, 1] where take(":") {
                guard let value = number() else { return nil }
                seconds += value * unit
            }
            return negative ? -seconds : seconds
        }

        mutating func change() -> YearlyRule.Change? {
            guard take(","), let day = day() else { return nil }
            if take("/") {
                guard let time = time() else { return nil }
                return YearlyRule.Change(day: day, time: time)
            }
            return YearlyRule.Change(day: day, time: 7200)
        }

        private mutating func day() -> YearlyRule.Day? {
            if take("M") {
                guard let month = number(), (1...12).contains(month), take("."), let week = number(),
                    (1...5).contains(week), take("."), let day = number(), (0...6).contains(day)
                else { return nil }
                return .weekday(month: month, week: week, day: day)
            }
            if take("J") { return number().map { .julian($0) } }
            return number().map { .ordinal($0) }
        }
    }
}
