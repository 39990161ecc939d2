import KPICore

/// The grammar of a written number: [近] [百分之] number [余] [万] [余] [% | 成] [余] [左右].
struct ValueExpression {
    private let text: String
    private var scanner: NumberScanner
    private var remarks: [Remark] = []
    private var multiplier = 1.0
    /// What the number is divided by to be a share; 1 for no share.
    private var divisor = 1.0

    init(_ text: String) {
        self.text = text
        scanner = NumberScanner(text)
    }

    /// Nil where it is no number, or says two things at once.
    mutating func read() -> ValueReading? {
        let outer = affix(Approximation.before)
        scanner.skipSpaces()
        if let vague = vagueNumber() { return outer == nil && scanner.isAtEnd ? vague : nil }
        takeShareWord()
        let isNegative = takeSign()
        guard let number = number(afterWord: outer != nil) else { return nil }
        scanner.skipSpaces()

        var value = number.value
        var next = hasOverflow() ? Approximation.overflow(of: value) : nil
        let hadOverflow = scanner.position > number.end
        if hadOverflow, next == nil { return nil }
        guard takeMultiplier(after: number) else { return nil }
        value *= multiplier
        next = next.map { $0 * multiplier }
        var step = number.step * multiplier
        if next == nil, hasOverflow() {
            guard let overflow = Approximation.overflow(of: value) else { return nil }
            next = overflow
        }
        takeShareSign(after: &value, &next, &step)
        if next == nil, hasOverflow() {
            guard let overflow = Approximation.overflow(of: value) else { return nil }
            next = overflow
        }
        if scanner.take("+"), next == nil {
            guard let overflow = Approximation.overflow(of: value) else { return nil }
            next = overflow
        }
        let trailing = affix(Approximation.behind)
        guard scanner.isAtEnd, outer == nil || trailing == nil else { return nil }
        guard let quantity = quantity(value, upTo: next, outer ?? trailing, isNegative: isNegative) else { return nil }
        let share = divisor
        return ValueReading(
            quantity: share == 1 ? quantity : quantity.divided(by: share), isShare: share != 1, step: step / share,
            remarks: remarks)
    }

    private struct Number {
        var value: Double
        var step: Double
        /// Where the scanner stood behind it.
        var end: Int
        var isChinese: Bool
    }

    private mutating func affix(_ words: [(words: [String], meaning: Approximation)]) -> Approximation? {
        for (words, meaning) in words where scanner.take(anyOf: words) != nil { return meaning }
        return nil
    }

    private mutating func takeShareWord() {
        if scanner.take(anyOf: ["百分之"]) != nil { divisor = 100 }
        if divisor == 1, scanner.take(anyOf: ["千分之"]) != nil { divisor = 1000 }
        if divisor != 1 { remarkShare() }
    }

    private mutating func takeSign() -> Bool {
        let isNegative = scanner.take(anyOf: ["-", "−", "负"]) != nil
        if !isNegative { _ = scanner.take("+") }
        return isNegative
    }

    private mutating func number(afterWord: Bool) -> Number? {
        if let arabic = ArabicNumber(&scanner) {
            if arabic.hasGroups { remarkGroups() }
            if arabic.isScientific { remarkScientific() }
            return Number(value: arabic.value, step: arabic.step, end: scanner.position, isChinese: false)
        }
        let run = scanner.run(while: ChineseNumeral.isPart)
        if var value = ChineseNumeral.value(run).map(Double.init) {
            var step = 1.0
            if scanner.take("点") {
                for scalar in scanner.run(while: { ChineseNumeral.digit($0) != nil }) {
                    step /= 10
                    value += Double(ChineseNumeral.digit(scalar) ?? 0) * step
                }
                guard step < 1 else { return nil }
            }
            remarkNumeral()
            return Number(value: value, step: step, end: scanner.position, isChinese: true)
        }
        // 百余, 上千: a bare unit is a number only where a word says that it is a rough one.
        guard let unit = ChineseNumeral.units(run), afterWord || scanner.next == "余" || scanner.next == "多" else {
            return nil
        }
        return Number(value: Double(unit), step: Double(unit), end: scanner.position, isChinese: true)
    }

    private mutating func hasOverflow() -> Bool {
        scanner.take("余") || scanner.take("多")
    }

    /// False where the units make no number.
    private mutating func takeMultiplier(after number: Number) -> Bool {
        let run = scanner.run { ["百", "千", "万", "亿"].contains($0) }
        guard !run.isEmpty else { return true }
        guard let units = ChineseNumeral.units(run) else { return false }
        multiplier = Double(units)
        remarks.append(
            .note(
                .tenThousands, zh: "“\(excerpted(text))”按\(units)倍换算。",
                en: "'\(excerpted(text))' was multiplied out by \(units)."))
        return true
    }

    /// `%`, `‰`, and 成 with the digit that may follow it: 七成五 is 0.75.
    private mutating func takeShareSign(after value: inout Double, _ next: inout Double?, _ step: inout Double) {
        guard divisor == 1 else { return }
        if scanner.take("%") {
            divisor = 100
        } else if scanner.take("‰") {
            divisor = 1000
        } else if scanner.take("成") {
            divisor = 100
            value *= 10
            next = next.map { $0 * 10 }
            step *= 10
            let before = scanner.position
            let run = scanner.run { ChineseNumeral.digit($0) != nil }
            if run.count == 1, let digit = run.first.flatMap(ChineseNumeral.digit) {
                value += Double(digit)
                step /= 10
            } else {
                scanner.back(to: before)
            }
        } else {
            return
        }
        remarkShare()
    }

    private mutating func quantity(
        _ value: Double, upTo next: Double?, _ affix: Approximation?, isNegative: Bool
    ) -> Quantity? {
        guard next != nil || affix != nil else { return Quantity(isNegative ? -value : value) }
        guard !isNegative else { return nil }
        guard let next else {
            remarkApproximate(affix)
            return affix?.bounds(of: value)
        }
        switch affix {
        case nil, .about: break
        case .below, .above: return nil
        }
        remarkApproximate(nil)
        return Quantity(lower: value, upper: next - 1)
    }

    /// 数十 is 20 to 99.
    private mutating func vagueNumber() -> ValueReading? {
        guard scanner.take("数") else { return nil }
        guard let units = ChineseNumeral.units(scanner.run(while: ChineseNumeral.isPart)) else { return nil }
        let unit = Double(units)
        let vague = Remark.note(
            .approximate,
            zh: "“\(excerpted(text))”很含糊，按\(units * 2)至\(units * 10 - 1)计：请尽量填写确数。",
            en:
                "'\(excerpted(text))' is vague and was read as \(units * 2) to \(units * 10 - 1): better write a number."
        )
        return ValueReading(
            quantity: Quantity(lower: unit * 2, upper: unit * 10 - 1), isShare: false, step: unit, remarks: [vague])
    }
}

extension ValueExpression {
    private mutating func remarkApproximate(_ affix: Approximation?) {
        switch affix {
        case .about: remark(.approximate, zh: "按约数读取，计算时取所写的数", en: "was read as a rough number, and counts as written")
        case .below: remark(.approximate, zh: "只知上限，下限不明", en: "was read as a number with an upper bound only")
        case .above: remark(.approximate, zh: "只知下限，上限不明", en: "was read as a number with a lower bound only")
        case nil: remark(.approximate, zh: "按“至少”读取，上限为下一位", en: "was read as at least the number written")
        }
    }

    private mutating func remarkShare() {
        remark(.percent, zh: "按小数计", en: "was read as a fraction of 1")
    }

    private mutating func remarkGroups() {
        remark(.thousands, zh: "含千位分隔符，已去除", en: "was read without its thousands separators")
    }

    private mutating func remarkNumeral() {
        remark(.numeral, zh: "按汉字数字读取", en: "was read as a number in characters")
    }

    private mutating func remarkScientific() {
        remarks.append(
            .doubt(
                .scientific, zh: "“\(excerpted(text))”是表格的科学计数，可能已丢失末位数字：请按文本格式填写全部数字。",
                en:
                    "'\(excerpted(text))' is a spreadsheet's scientific notation and may have lost digits: write all of them."
            ))
    }

    private mutating func remark(_ code: FindingCode, zh: String, en: String) {
        remarks.append(.note(code, zh: "“\(excerpted(text))”\(zh)。", en: "'\(excerpted(text))' \(en)."))
    }
}

extension Quantity {
    func divided(by divisor: Double) -> Quantity {
        Quantity(lower: lower.map { $0 / divisor }, upper: upper.map { $0 / divisor })
    }
}
