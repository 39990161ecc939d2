/// A double as people write it: the fewest digits that read back to the same number, no `.0` on whole numbers, and an
/// exponent only where there would be more than 21 digits before the point or 6 zeros after it.
func plainDecimal(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    if value == 0 { return value.sign == .minus ? "-0" : "0" }
    let (digits, exponent) = shortest(value.magnitude)
    let sign = value < 0 ? "-" : ""
    let count = digits.utf8.count
    switch exponent {
    case 0..<21 where exponent + 1 >= count:
        return sign + digits + String(repeating: "0", count: exponent + 1 - count)
    case 0..<21:
        return sign + digits.prefix(exponent + 1) + "." + digits.dropFirst(exponent + 1)
    case -7..<0:
        return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
    default:
        let fraction = count > 1 ? "." + digits.dropFirst() : ""
        return sign + digits.prefix(1) + fraction + "e" + (exponent < 0 ? "-" : "+") + String(abs(exponent))
    }
}

/// The shortest digits that read back to the number, without a point or zeros at either end, and the power of ten
/// that the first of them stands for.
private func shortest(_ value: Double) -> (digits: String, exponent: Int) {
    let text = value.description.lowercased()
    let parts = text.split(separator: "e")
    let mantissa = parts[0]
    var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let halves = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    let whole = halves[0]
    let fraction = halves.count > 1 ? halves[1] : ""
    exponent += whole.utf8.count - 1
    var digits = Substring(whole + fraction)
    while digits.first == "0", digits.utf8.count > 1 {
        digits.removeFirst()
        exponent -= 1
    }
    while digits.last == "0", digits.utf8.count > 1 { digits.removeLast() }
    return (String(digits), exponent)
}
