import KPICore

/// The words by which offices say that a number is not exact (约数), and the bounds that they stand for.
enum Approximation {
    /// Around it: the number is kept as it is.
    case about
    /// Up to it.
    case below
    /// From it on.
    case above

    static let before: [(words: [String], meaning: Approximation)] = [
        (["大约", "约", "~", "≈"], .about),
        (["将近", "接近", "近", "不到", "不足", "不超过", "至多", "最多", "<=", "≤"], .below),
        (["超过", "超", "突破", "逾", "至少", "最少", "不少于", "不低于", "上", ">=", "≥"], .above),
    ]
    static let behind: [(words: [String], meaning: Approximation)] = [
        (["左右", "上下"], .about),
        (["以内", "以下"], .below),
        (["以上"], .above),
    ]

    func bounds(of number: Double) -> Quantity {
        switch self {
        case .about: Quantity(number)
        case .below: Quantity(lower: nil, upper: number)
        case .above: Quantity(lower: number, upper: nil)
        }
    }

    /// N余: up to one less than the next unit of N's last digit that is not zero. 130余 is 130 to 139, 1000余 is 1000
    /// to 1999. Nil where N is not a whole number above zero.
    static func overflow(of number: Double) -> Double? {
        guard number > 0, number.rounded() == number, number <= 1e15 else { return nil }
        var unit = 1.0
        while (number / (unit * 10)).rounded() * unit * 10 == number { unit *= 10 }
        return number + unit
    }
}
