/// Numbers as text, the same on every machine and without a locale.
package enum Decimal {
    /// Rounded half away from zero to so many digits after the point, with zeros at the end left out: 0.5, 62, -1.25.
    package static func text(_ number: Double, digits: Int) -> String {
        guard number.isFinite, abs(number) < 1e15 else { return "\(number)" }
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let scaled = (number * scale).rounded(.toNearestOrAwayFromZero)
        guard abs(scaled) < 9e15 else { return shortest(number) }
        let whole = Int64(scaled.magnitude)
        let unit = Int64(scale)
        var fraction = String(whole % unit)
        fraction = String(repeating: "0", count: max(0, digits - fraction.count)) + fraction
        while fraction.hasSuffix("0") { fraction.removeLast() }
        let sign = scaled < 0 ? "-" : ""
        return sign + String(whole / unit) + (digits == 0 || fraction.isEmpty ? "" : ".\(fraction)")
    }

    /// The shortest decimal that reads back as the same number; whole numbers without a point.
    package static func shortest(_ number: Double) -> String {
        if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
        return "\(number)"
    }
}
