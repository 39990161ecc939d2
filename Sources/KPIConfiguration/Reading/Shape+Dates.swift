package import CEL
import Diagnostics

extension Shape where Value == CivilDate {
    /// A day that exists, as `2021-12-31`.
    package static var date: Shape<CivilDate> {
        let wanted = "a date such as 2021-12-31"
        return Shape(wanted) { field in
            guard let text = field.plain(wanted: wanted) else { return nil }
            guard let (year, month, day) = ymd(text) else {
                return field.refuseType(wanted: wanted, label: rewritten(text))
            }
            if let date = CivilDate(year: year, month: month, day: day) { return date }
            let label =
                (1...12).contains(month)
                ? "the month has \(CivilDate.daysInMonth(month, of: year)) days" : "a year has 12 months"
            return field.refuse("bad-value", "there is no day \(text)", label: label)
        }
    }

    private static func ymd(_ text: String) -> (Int, Int, Int)? {
        var scanner = DigitScanner(text)
        guard let year = scanner.number(digits: 4), scanner.take("-"), let month = scanner.number(digits: 2),
            scanner.take("-"), let day = scanner.number(digits: 2), scanner.isAtEnd
        else { return nil }
        return (year, month, day)
    }

    /// `2021/1/5`, `2021.1.5`, `2021-1-5`, `20210105` and `2021年1月5日` as they should be written.
    private static func rewritten(_ text: String) -> String {
        var numbers = text.split { !($0.isASCII && $0.isNumber) }.map(String.init)
        if numbers.count == 1, text.utf8.count == 8, text.utf8.elementsEqual(numbers[0].utf8) {
            numbers = [String(text.prefix(4)), String(text.dropFirst(4).prefix(2)), String(text.suffix(2))]
        }
        guard numbers.count == 3, numbers[0].count == 4, let year = Int(numbers[0]), let month = Int(numbers[1]),
            let day = Int(numbers[2]), CivilDate(year: year, month: month, day: day) != nil
        else { return "" }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "write \(numbers[0])-\(two(month))-\(two(day))"
    }
}

extension Shape where Value == TimeOfDay {
    /// Hours and minutes, as `17:30`; `24:00` is the end of the day.
    package static var timeOfDay: Shape {
        let wanted = "a time such as 17:30"
        return Shape(wanted) { field in
            guard let text = field.plain(wanted: wanted) else { return nil }
            var scanner = DigitScanner(text)
            guard let hour = scanner.number(digits: 2), scanner.take(":"), let minute = scanner.number(digits: 2),
                scanner.isAtEnd
            else {
                let isShort = text.utf8.count == 4 && text.utf8.dropFirst().first == UInt8(ascii: ":")
                return field.refuseType(wanted: wanted, label: isShort ? "write 0\(text)" : "")
            }
            return TimeOfDay(hour: hour, minute: minute)
                ?? field.refuse("bad-value", "no clock shows \(text)", label: "a day goes from 00:00 to 24:00")
        }
    }
}

extension Shape where Value == Int64 {
    /// A moment with its offset, as `2021-10-15T09:00:00+08:00` (RFC 3339); in seconds since 1970-01-01T00:00:00Z.
    package static var instant: Shape {
        let wanted = "a moment such as 2021-10-15T09:00:00+08:00"
        return Shape(wanted) { field in
            guard let text = field.plain(wanted: wanted) else { return nil }
            switch InstantText(text).reading {
            case .seconds(let seconds): return seconds
            case .noOffset: return field.refuseType(wanted: wanted, label: "add the offset, as in \(text)+08:00")
            case .noSuchMoment: return field.refuse("bad-value", "there is no moment \(text)")
            case .otherwise: return field.refuseType(wanted: wanted)
            }
        }
    }
}
