import KPICore

/// The cells of a row that hold numbers, as they are written.
struct WrittenFigures {
    var value: String
    var numerator: String
    var denominator: String
    var measureUnit: String

    /// Nil where they are refused; the findings then say why.
    func read(for target: Target, into findings: inout FindingList) -> Figures? {
        checkMeasureUnit(target, &findings)
        if value.utf8.first.map({ !(0x30...0x39).contains($0) }) ?? false,
            ReportWords.isRetraction(FoldedText(value).text)
        {
            return Figures(isRetraction: true)
        }
        return target.kind == .ratio ? ratio(target, &findings) : count(target, &findings)
    }

    private func checkMeasureUnit(_ target: Target, _ findings: inout FindingList) {
        guard measureUnit != target.unitOfMeasure else { return }
        let written = FoldedText(measureUnit).text
        guard !written.isEmpty, !target.unitOfMeasure.isEmpty,
            written != FoldedText(target.unitOfMeasure).text
        else { return }
        findings.add(.unitMismatch(written, target.unitOfMeasure), column: ReportColumn.measureUnit.name)
    }

    private func count(_ target: Target, _ findings: inout FindingList) -> Figures? {
        let column = ReportColumn.value.name
        guard let reading = read(value, .value, target, &findings) else {
            if FoldedText(value).text.isEmpty || ValueReader.read(value) == .empty {
                findings.add(.noValue, column: column)
            }
            return nil
        }
        if reading.isShare {
            findings.add(.unitMismatch("%", target.unitOfMeasure), column: column)
            return nil
        }
        // What is judged by its growth is an index, a rate or an amount: it may be below zero, and has fractions.
        guard target.growth == nil else { return Figures(value: reading.quantity) }
        let bounds = [reading.quantity.lower, reading.quantity.upper].compactMap { $0 }
        if bounds.contains(where: { $0 < 0 }) {
            findings.add(.negative(value), column: column)
            return nil
        }
        if bounds.contains(where: { $0 != $0.rounded() }), !MeasureUnit.isDivisible(target.unitOfMeasure) {
            findings.add(.fraction(value, target.unitOfMeasure), column: column)
            return nil
        }
        return Figures(value: reading.quantity)
    }

    private func ratio(_ target: Target, _ findings: inout FindingList) -> Figures? {
        let hasNumerator = ValueReader.read(numerator) != .empty
        let hasDenominator = ValueReader.read(denominator) != .empty
        var figures = Figures()
        if hasNumerator, hasDenominator {
            guard let top = part(.numerator, &findings), let bottom = part(.denominator, &findings),
                RatioCheck.parts(top, bottom, &findings)
            else { return nil }
            (figures.numerator, figures.denominator) = (top, bottom)
        } else if hasNumerator || hasDenominator {
            findings.add(.onePart(hasNumerator), column: (hasNumerator ? ReportColumn.denominator : .numerator).name)
        }
        switch ValueReader.read(value) {
        case .empty where figures.numerator != nil: return figures
        case .empty:
            findings.add(.noValue, column: ReportColumn.value.name)
            return nil
        case .value, .refused: break
        }
        guard let reading = read(value, .value, target, &findings),
            let value = RatioCheck.value(reading, written: value, figures, &findings)
        else { return nil }
        figures.value = value
        return figures
    }

    /// A numerator or a denominator: an exact number, not below zero.
    private func part(_ column: ReportColumn, _ findings: inout FindingList) -> Double? {
        let text = column == .numerator ? numerator : denominator
        guard let reading = read(text, column, nil, &findings) else { return nil }
        guard let exact = reading.quantity.lower, reading.quantity.isExact, !reading.isShare,
            !reading.remarks.contains(where: { $0.code == .approximate })
        else {
            findings.add(.roughPart(text), column: column.name)
            return nil
        }
        guard exact >= 0 else {
            findings.add(.negative(text), column: column.name)
            return nil
        }
        return exact
    }

    /// Nil for a cell that is empty or refused; a refusal is among the findings.
    private func read(
        _ text: String, _ column: ReportColumn, _ target: Target?, _ findings: inout FindingList
    ) -> ValueReading? {
        switch ValueReader.read(text, measureUnit: target?.unitOfMeasure ?? "") {
        case .empty: return nil
        case .refused(let remark):
            findings.add(remark, column: column.name)
            return nil
        case .value(let reading):
            for remark in reading.remarks { findings.add(remark, column: column.name) }
            return reading
        }
    }
}
