import KPICore

/// Finds the period that a title or the name of a file speaks of: `2021年6月份引才月报`, `wide-2021-06.csv`.
enum PeriodInText {
    /// Each period that is named, once, in order. A day is none, nor is a run of digits that goes on on either side.
    static func all(in text: String) -> [Period] {
        let scalars = Array(FoldedText(text).text.unicodeScalars)
        var found: [Period] = []
        var place = 0
        while place < scalars.count {
            guard let (period, length) = stretch(at: place, in: scalars) else {
                place += 1
                continue
            }
            if let period, !found.contains(period) { found.append(period) }
            place += length
        }
        return found
    }

    /// The longest that begins at a place: `2021-06` and not the `2021` in it. A day comes without a period.
    private static func stretch(at place: Int, in text: [Unicode.Scalar]) -> (Period?, Int)? {
        guard isDigit(text[place]), place == 0 || !isDigit(text[place - 1]) else { return nil }
        for length in stride(from: min(11, text.count - place), through: 6, by: -1) {
            let end = place + length
            if isDigit(text[end - 1]), end < text.count, isDigit(text[end]) { continue }
            var written = String.UnicodeScalarView()
            written.append(contentsOf: text[place..<end])
            switch Period(String(written)).map({ WrittenDate.period($0) }) ?? WrittenDate(String(written)) {
            case .period(let period)?: return (period.length == .day ? nil : period, length)
            case .day?: return (nil, length)
            case .serial?, .monthName?, nil: continue
            }
        }
        return nil
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
