/// A CEL `timestamp`: an instant from the year 1 to the year 9999, to the nanosecond.
package struct Timestamp: Sendable, Hashable, Comparable {
    /// Since 1970-01-01T00:00:00Z, rounded down.
    package let seconds: Int64
    /// 0..<1_000_000_000
    package let nanoseconds: Int32

    private static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    /// The first instant there is.
    package static let distantPast = Timestamp(unchecked: range.lowerBound)

    private init(unchecked seconds: Int64) {
        self.seconds = seconds
        self.nanoseconds = 0
    }

    /// Nil when it is out of range.
    package init?(seconds: Int64, nanoseconds: Int32 = 0) {
        guard Self.range.contains(seconds), (0..<1_000_000_000).contains(nanoseconds) else { return nil }
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    package static func < (a: Timestamp, b: Timestamp) -> Bool {
        a.seconds == b.seconds ? a.nanoseconds < b.nanoseconds : a.seconds < b.seconds
    }

    /// Nil when the sum is out of range.
    func adding(_ interval: Interval) -> Timestamp? {
        let whole = floorDivide(interval.nanoseconds, 1_000_000_000)
        var nanoseconds = Int64(self.nanoseconds) + interval.nanoseconds - whole * 1_000_000_000
        var seconds = self.seconds + whole
        if nanoseconds >= 1_000_000_000 {
            nanoseconds -= 1_000_000_000
            seconds += 1
        }
        return Timestamp(seconds: seconds, nanoseconds: Int32(nanoseconds))
    }

    /// Nil when the sum is out of range.
    func subtracting(_ interval: Interval) -> Timestamp? {
        guard interval.nanoseconds != .min else {
            return adding(Interval(nanoseconds: .max))?.adding(Interval(nanoseconds: 1))
        }
        return adding(Interval(nanoseconds: -interval.nanoseconds))
    }

    /// Nil when it is longer than a duration may be.
    func since(_ other: Timestamp) -> Interval? {
        Interval(seconds: seconds - other.seconds, nanoseconds: Int64(nanoseconds) - Int64(other.nanoseconds))
    }
}

extension Timestamp {
    /// Reads RFC 3339: `2021-09-30T18:00:00+08:00`.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= bytes.count else { return nil }
            var value = 0
            for byte in bytes[range] {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        func has(_ characters: String, at index: Int) -> Bool {
            index < bytes.count && characters.utf8.contains(bytes[index])
        }
        guard let year = number(0..<4), has("-", at: 4), let month = number(5..<7), has("-", at: 7),
            let day = number(8..<10), has("Tt", at: 10), let hour = number(11..<13), has(":", at: 13),
            let minute = number(14..<16), has(":", at: 16), let second = number(17..<19),
            hour < 24, minute < 60, second < 60, let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        var index = 19
        var nanoseconds: Int32 = 0
        if has(".", at: index) {
            let digits = bytes[(index + 1)...].prefix { (0x30...0x39).contains($0) }
            guard (1...9).contains(digits.count) else { return nil }
            nanoseconds = digits.reduce(0) { $0 * 10 + Int32($1 - 0x30) }
            for _ in digits.count..<9 { nanoseconds *= 10 }
            index += 1 + digits.count
        }
        var offset = 0
        if has("Zz", at: index) {
            index += 1
        } else {
            guard has("+-", at: index), let hours = number(index + 1..<index + 3), has(":", at: index + 3),
                let minutes = number(index + 4..<index + 6), hours < 24, minutes < 60
            else { return nil }
            offset = (hours * 60 + minutes) * (bytes[index] == UInt8(ascii: "-") ? -60 : 60)
            index += 6
        }
        guard index == bytes.count else { return nil }
        let seconds = date.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second - offset
        self.init(seconds: Int64(seconds), nanoseconds: nanoseconds)
    }
}

extension Timestamp: CustomStringConvertible {
    /// RFC 3339 in UTC, with as many decimals as it takes.
    package var description: String {
        let days = floorDivide(seconds, 86_400)
        let date = CivilDate(daysSinceEpoch: Int(days))
        let time = Int(seconds - days * 86_400)
        func padded(_ number: Int, _ width: Int = 2) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let day = "\(padded(date.year, 4))-\(padded(date.month))-\(padded(date.day))"
        let clock = "\(padded(time / 3600)):\(padded(time / 60 % 60)):\(padded(time % 60))"
        return "\(day)T\(clock)\(decimals(Int64(nanoseconds)))Z"
    }
}
