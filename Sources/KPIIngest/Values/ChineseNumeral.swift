/// Numbers in characters: 十, 二十, 一百三十, 三万五千, 壹佰.
enum ChineseNumeral {
    private static let digits: [Unicode.Scalar: Int64] = [
        "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
        "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
    ]
    private static let smallUnits: [Unicode.Scalar: Int64] = [
        "十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000,
    ]
    private static let largeUnits: [Unicode.Scalar: Int64] = ["万": 10_000, "亿": 100_000_000]

    static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        digits[scalar] != nil || smallUnits[scalar] != nil || largeUnits[scalar] != nil
    }

    static func digit(_ scalar: Unicode.Scalar) -> Int64? { digits[scalar] }

    /// The worth of units alone, such as 十, 百万; nil where there is a digit among them.
    static func units(_ scalars: some Collection<Unicode.Scalar>) -> Int64? {
        guard !scalars.isEmpty else { return nil }
        var worth: Int64 = 1
        for scalar in scalars {
            guard let unit = smallUnits[scalar] ?? largeUnits[scalar] else { return nil }
            let (product, overflow) = worth.multipliedReportingOverflow(by: unit)
            guard !overflow, product <= 1_000_000_000_000 else { return nil }
            worth = product
        }
        return worth
    }

    /// Nil for anything that is not put together as numbers are, such as 三三 or 十百.
    static func value(_ scalars: some Collection<Unicode.Scalar>) -> Int64? {
        var total: Int64 = 0
        var section: Int64 = 0
        var digit: Int64?
        var smallest = Int64.max  // units fall from left to right within a section
        var largest = Int64.max
        for scalar in scalars {
            if let next = digits[scalar] {
                guard digit == nil || digit == 0 else { return nil }
                digit = next
            } else if let unit = smallUnits[scalar] {
                // 十 may stand without a digit before it where the number begins; 百 and 千 may not.
                guard unit < smallest, digit != nil || (unit == 10 && total == 0 && section == 0), digit != 0
                else { return nil }
                section += (digit ?? 1) * unit
                smallest = unit
                digit = nil
            } else if let unit = largeUnits[scalar] {
                section += digit ?? 0
                guard section > 0, unit < largest else { return nil }
                total += section * unit
                (section, digit, smallest, largest) = (0, nil, .max, unit)
            } else {
                return nil
            }
        }
        return scalars.isEmpty ? nil : total + section + (digit ?? 0)
    }
}
