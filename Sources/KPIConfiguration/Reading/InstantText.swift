import CEL

/// A text that should be a moment in RFC 3339, to the second.
struct InstantText {
    enum Reading: Equatable {
        case seconds(Int64)
        case noOffset, noSuchMoment, otherwise
    }

    let reading: Reading

    init(_ text: String) {
        var scanner = DigitScanner(text)
        guard let year = scanner.number(digits: 4), scanner.take("-"), let month = scanner.number(digits: 2),
            scanner.take("-"), let day = scanner.number(digits: 2), scanner.take("Tt "),
            let hour = scanner.number(digits: 2), scanner.take(":"), let minute = scanner.number(digits: 2)
        else {
            reading = .otherwise
            return
        }
        // The seconds may be left out, which RFC 3339 does not allow and everybody understands.
        let second = scanner.take(":") ? scanner.number(digits: 2) : 0
        guard let second else {
            reading = .otherwise
            return
        }
        guard let date = CivilDate(year: year, month: month, day: day), hour < 24, minute < 60, second < 60 else {
            reading = .noSuchMoment
            return
        }
        let local = Int64(date.daysSinceEpoch) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
        if scanner.isAtEnd {
            reading = .noOffset
        } else if let offset = Self.offset(&scanner), scanner.isAtEnd {
            reading = .seconds(local - Int64(offset))
        } else {
            reading = .otherwise
        }
    }

    private static func offset(_ scanner: inout DigitScanner) -> Int? {
        if scanner.take("Zz") { return 0 }
        let isWest = scanner.take("-")
        guard isWest || scanner.take("+"), let hours = scanner.number(digits: 2), scanner.take(":"),
            let minutes = scanner.number(digits: 2), hours < 24, minutes < 60
        else { return nil }
        return (isWest ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
}
