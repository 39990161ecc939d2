/// What a count counts: heads and events come whole, money and distances do not.
enum MeasureUnit {
    private static let divisible = [
        "元", "吨", "公斤", "千克", "公里", "千米", "米", "公顷", "亩", "小时", "工时", "度", "升", "km", "kg", "t", "h", "ha",
        "kWh", "CNY", "USD", "EUR",
    ]

    static func isDivisible(_ unit: String) -> Bool {
        divisible.contains { word in unit == word || (word.utf8.count > 2 && unit.hasSuffix(word)) }
    }
}
