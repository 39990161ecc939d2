import Diagnostics

extension Shape where Value == Duration {
    /// A length of time that clocks measure, as `90s`, `15m`, `2h`, `3d` (of 24 hours each) or `1h30m`.
    package static var duration: Shape {
        let wanted = "a duration such as 90s, 15m, 2h or 3d"
        return Shape(wanted) { field in
            guard let text = field.plain(wanted: wanted) else { return nil }
            if let seconds = seconds(text) {
                if seconds <= longest { return .seconds(seconds) }
                return field.refuse("bad-value", "\(field.name) must be at most 3660d, found \(field.found)")
            }
            let isBareNumber = NumberText(text).number != nil
            return field.refuseType(
                wanted: wanted, label: isBareNumber ? "add the unit: \(text)s, \(text)m, \(text)h or \(text)d" : "")
        }
    }

    /// Ten years: beyond it, somebody has mistaken the unit.
    private static var longest: Int { 3660 * 86_400 }

    private static func seconds(_ text: String) -> Int? {
        var scanner = DigitScanner(text)
        var total = 0
        var last = Int.max
        repeat {
            guard let number = scanner.number() else { return nil }
            let unit = scanner.take("d") ? 86_400 : scanner.take("h") ? 3600 : scanner.take("m") ? 60 : 1
            guard unit > 1 || scanner.take("s"), unit < last else { return nil }
            last = unit
            let (part, tooLarge) = number.multipliedReportingOverflow(by: unit)
            let (sum, overflow) = total.addingReportingOverflow(part)
            guard !tooLarge, !overflow else { return nil }
            total = sum
        } while !scanner.isAtEnd
        return total
    }
}

extension Shape {
    /// A whole number and a word from a list, as `2 periods` or `5 working days`. Where both are to be understood,
    /// the list has singular and plural.
    package static func quantity<Unit>(
        _ words: KeyValuePairs<String, Unit>, atMost most: Int = 3660
    ) -> Shape where Value == Quantity<Unit> {
        let names = words.map(\.key)
        let wanted = "a number with its unit, such as 2 \(names.last ?? "")"
        return Shape(wanted) { field in
            guard let text = field.plain(wanted: wanted) else { return nil }
            var scanner = DigitScanner(text)
            guard let number = scanner.number() else { return field.refuseType(wanted: wanted) }
            guard number <= most else {
                return field.refuse("bad-value", "\(field.name) must be at most \(most), found \(field.found)")
            }
            let word = String(Substring(scanner.rest)).trimmed
            if let found = words.first(where: { $0.key == word }) { return Quantity(number, found.value) }
            if word.isEmpty {
                return field.refuseType(wanted: wanted, label: "add the unit, as in '\(number) \(names.last ?? "")'")
            }
            let all = "the words here are \(names.joined(separator: ", "))"
            let nearest = Suggestion.nearest(to: word, in: names)
            return field.refuse(
                "unknown-word", "unknown word '\(word)' for \(field.name)",
                label: nearest.map { "did you mean '\(number) \($0)'?" } ?? all, notes: nearest == nil ? [] : [all])
        }
    }
}
