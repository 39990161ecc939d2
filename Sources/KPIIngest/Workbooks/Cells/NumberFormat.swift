/// What a cell's number format makes of a number: all that tells a date from a count.
enum NumberFormat: Sendable, Hashable {
    case plain
    case percent
    case day
    /// Year and month without a day, as spreadsheets show a period.
    case month
    case dayAndTime
    case timeOfDay
    /// Hours that may be more than 24.
    case elapsed

    /// The formats that have a number and no code. 27 to 36 and 50 to 58 depend on the language; they are dates in all
    /// of East Asia, and taken as they are in China.
    init(builtIn id: Int) {
        switch id {
        case 9, 10: self = .percent
        case 14, 15, 16, 28...31, 51, 53, 54, 58: self = .day
        case 17, 27, 36, 50, 52, 57: self = .month
        case 18...21, 32...35, 45, 47, 55, 56: self = .timeOfDay
        case 22: self = .dayAndTime
        case 46: self = .elapsed
        default: self = .plain
        }
    }

    /// Reads a format's code, as in `yyyy"年"m"月"d"日"`. Only the first section counts: the others are for negative
    /// numbers, zero and text.
    init(code: String) {
        let scalars = Array(code.unicodeScalars)
        var letters: Set<Unicode.Scalar> = []
        var isElapsed = false
        var position = 0
        scan: while position < scalars.count {
            let scalar = scalars[position]
            position += 1
            switch scalar {
            case ";": break scan
            case "\\", "_", "*": position += 1  // the next sign is shown, or is as wide as a space
            case "\"": position = Self.end(of: "\"", in: scalars, from: position)
            case "[":
                let end = Self.end(of: "]", in: scalars, from: position)
                let inside = Set(scalars[position..<max(position, end - 1)].map(Self.lowercase))
                // [h] counts hours; [Red], [$-804] and [>100] are no times.
                if ["h", "m", "s"].contains(where: { inside == [$0] }) { isElapsed = true }
                position = end
            case "a", "A":
                // aaaa is the day of the week. AM/PM or A/P: its letters are no months.
                if position < scalars.count, Self.lowercase(scalars[position]) == "a" { letters.insert("d") }
                while position < scalars.count, "/mpMP".unicodeScalars.contains(scalars[position]) { position += 1 }
                if scalars[position - 1] != scalar { letters.insert("h") }
            default: letters.insert(Self.lowercase(scalar))
            }
        }
        self = Self.kind(letters, isElapsed: isElapsed)
    }

    private static func kind(_ letters: Set<Unicode.Scalar>, isElapsed: Bool) -> NumberFormat {
        if isElapsed { return .elapsed }
        let hasTime = letters.contains("h") || letters.contains("s")
        let hasDay = letters.contains("d")
        if hasTime { return hasDay || letters.contains("y") ? .dayAndTime : .timeOfDay }
        if letters.contains("y"), letters.contains("m"), !hasDay { return .month }
        if hasDay || letters.contains("y") || letters.contains("m") { return .day }
        return letters.contains("%") ? .percent : .plain
    }

    /// Behind the closing sign, or the end of the code.
    private static func end(of sign: Unicode.Scalar, in scalars: [Unicode.Scalar], from start: Int) -> Int {
        (scalars[min(start, scalars.count)...].firstIndex(of: sign) ?? scalars.count - 1) + 1
    }

    private static func lowercase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar
    }
}
