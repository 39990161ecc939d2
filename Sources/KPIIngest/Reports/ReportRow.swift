import KPICore

/// The cells of one row by what they mean.
struct ReportRow {
    let record: CSVRecord
    let layout: ReportLayout
    /// Which of the row's figures this is about, where it has several.
    var figure: FigureColumn?

    subscript(column: ReportColumn) -> String {
        if let figure {
            switch column {
            case .value: return record[figure.position]
            case .target: return figure.target
            case .form: return figure.form?.rawValue ?? ""
            default: break
            }
        }
        if let text = layout.fixed[column.rawValue] { return text }
        return layout.positions[column.rawValue].map { record[$0] } ?? ""
    }

    /// A cell's text as it was written, without spaces around it.
    func text(_ column: ReportColumn) -> String { trimmed(self[column]) }

    var figures: WrittenFigures {
        WrittenFigures(
            value: self[.value], numerator: self[.numerator], denominator: self[.denominator],
            measureUnit: self[.measureUnit])
    }

    /// Of a row with several figures: why none of them is read; nil where they are.
    var unreadRemark: Remark? {
        if isTotal { return .totals }
        let isRemark = self[.unit].isEmpty && layout.figures.allSatisfy { record[$0.position].isEmpty }
        return isRemark ? .remarkRow : nil
    }

    var isTotal: Bool {
        ReportWords.isTotal(FoldedText(self[.unit]).text) || ReportWords.isTotal(FoldedText(self[.target]).text)
    }

    /// Of the cells that hold no number; numbers are looked at where they are read.
    func isFreeOfFormulas(_ findings: inout FindingList) -> Bool {
        var isFree = true
        for column in ReportColumn.allCases {
            guard let position = layout.positions[column.rawValue], record.mayBeFormula(position) else { continue }
            switch column {
            case .value, .numerator, .denominator: continue
            default: break
            }
            let text = trimmed(record[position])
            guard FormulaCell.isFormula(text) else { continue }
            isFree = false
            findings.add(.formula(text), column: column.name)
        }
        return isFree
    }

    /// 0 for the next one; nil where it is refused.
    func revision(_ findings: inout FindingList) -> Int? {
        let written = FoldedText(self[.revision]).text
        guard !written.isEmpty else { return 0 }
        if let number = Int(written), (1...1_000_000).contains(number) { return number }
        findings.add(
            .reject(
                .revisionBad, zh: "修订号“\(excerpted(written))”不是1以上的整数：首次报送填1，以后每次更正加1，或留空。",
                en: "the revision '\(excerpted(written))' is no whole number from 1: "
                    + "1 is the first, add one with each correction, or leave it empty."),
            column: ReportColumn.revision.name)
        return nil
    }

    /// Nil where it is refused.
    func basis(_ findings: inout FindingList) -> Observation.Basis? {
        let written = FoldedText(self[.basis]).text
        guard !written.isEmpty else { return .actual }
        guard let basis = ReportWords.basis(written) else {
            findings.add(
                .reject(
                    .basisBad, zh: "口径“\(excerpted(written))”无法识别：请填actual、actual_plus_plan或estimate。",
                    en: "the basis '\(excerpted(written))' is unknown: write actual, actual_plus_plan or estimate."),
                column: ReportColumn.basis.name)
            return nil
        }
        return basis
    }

    /// Nil where it is left to the target, or refused.
    func form(_ findings: inout FindingList) -> Form? {
        let written = FoldedText(self[.form]).text
        guard !written.isEmpty else { return nil }
        if let form = ReportWords.form(written) { return form }
        findings.add(
            .reject(
                .formBad, zh: "数值形式“\(excerpted(written))”无法识别：请填delta（本期）、cumulative（累计）或level（期末）。",
                en: "the form '\(excerpted(written))' is unknown: write delta, cumulative or level."),
            column: ReportColumn.form.name)
        return nil
    }

    /// What is only planned counts where the target lets it, and is shown in any case.
    func checkBasis(_ basis: Observation.Basis?, on target: Target, _ findings: inout FindingList) {
        guard basis == .actualPlusPlan else { return }
        findings.add(
            target.countsPlanned
                ? .doubt(
                    .basisPlanned, zh: "数值含有计划数，尚未全部发生：请在实现后报送实际数。",
                    en: "the figure holds what is only planned: send the actual one when it has happened.")
                : .doubt(
                    .basisPlanned, zh: "数值含有计划数，该指标不计入：请报送实际数。",
                    en: "the figure holds what is only planned, and counts for nothing here: send the actual one."),
            column: ReportColumn.basis.name)
    }

    /// It counts all the same: what was done may be shown later.
    func checkEvidence(of figures: Figures, on target: Target, _ findings: inout FindingList) {
        guard target.wantsEvidence, !figures.isRetraction, text(.evidence).isEmpty,
            figures.numerator ?? figures.value?.upper ?? figures.value?.lower ?? 0 > 0
        else { return }
        findings.add(
            .note(
                .evidenceMissing, zh: "缺少佐证材料：数值已计入，请在evidence列补充后重报。",
                en: "there is no evidence: the figure counts; send it again with something in the column 'evidence'."),
            column: ReportColumn.evidence.name)
    }

    /// A correction says why, and what was never reported cannot be taken back.
    func checkRevision(_ revision: Int?, _ figures: Figures, _ findings: inout FindingList) {
        guard let revision else { return }
        if figures.isRetraction, revision == 1 {
            findings.add(
                .reject(
                    .revisionBad, zh: "首次报送不能是撤回：请填写被撤回数值之后的修订号，或留空。",
                    en:
                        "a first revision cannot take anything back: write the revision after the one taken back, or leave it empty."
                ), column: ReportColumn.revision.name)
        }
        if revision > 1 || figures.isRetraction, text(.note).isEmpty {
            findings.add(
                .doubt(
                    .revisionNoReason, zh: "更正或撤回没有说明原因：请在note列写明。",
                    en: "a correction without a reason: write it in the column 'note'."),
                column: ReportColumn.note.name)
        }
    }
}

extension Remark {
    static let totals = Remark.note(.totalRow, zh: "合计行，未读取。", en: "a row of totals; it was not read.")

    static let remarkRow = Remark.note(
        .titleRow, zh: "没有单位和数值的说明行，未读取。", en: "a remark without a unit or a figure; it was not read.")

    static func formula(_ text: String) -> Remark {
        .reject(
            .formula, zh: "“\(excerpted(text))”像是公式：请改为文字，开头不要用 = + - @。",
            en: "'\(excerpted(text))' looks like a formula: begin the text with another sign than = + - @.")
    }
}

/// Without spaces at its ends; what a person wrote is otherwise left alone.
func trimmed(_ text: String) -> String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last, isSpace(first) || isSpace(last) else { return text }
    guard let start = bytes.firstIndex(where: { !isSpace($0) }), let end = bytes.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(text[start...end])
}
