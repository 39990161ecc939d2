/// Numbers written in full, without an exponent.
enum DecimalText {
    /// The shortest text that is read back as the same number, times ten to the power of `places`. The digits are moved,
    /// not computed with, so that 0.07 becomes 7 and not 7.000000000000001. The number is finite.
    static func text(_ value: Double, movedBy places: Int = 0) -> String {
        var digits: [UInt8] = []
        // Where the point stands, counted from the first digit.
        var point: Int?
        var exponent = 0
        let shortest = String(value.magnitude.description)
        let parts = shortest.split(separator: "e")
        for byte in (parts.first ?? "").utf8 {
            if byte == UInt8(ascii: ".") { point = digits.count } else { digits.append(byte) }
        }
        if parts.count == 2 { exponent = Int(parts[1]) ?? 0 }
        let text = place(digits, point: (point ?? digits.count) + exponent + places)
        return value < 0 && text != "0" ? "-" + text : text
    }

    private static func place(_ digits: [UInt8], point: Int) -> String {
        let zero = UInt8(ascii: "0")
        let integer =
            point <= 0 ? [] : digits.prefix(point) + [UInt8](repeating: zero, count: max(0, point - digits.count))
        var fraction =
            point >= digits.count
            ? [] : [UInt8](repeating: zero, count: max(0, -point)) + digits.dropFirst(max(0, point))
        while fraction.last == zero { fraction.removeLast() }
        let shown = integer.drop { $0 == zero }
        let text = shown.isEmpty ? "0" : String(decoding: shown, as: UTF8.self)
        return fraction.isEmpty ? text : text + "." + String(decoding: fraction, as: UTF8.self)
    }
}
