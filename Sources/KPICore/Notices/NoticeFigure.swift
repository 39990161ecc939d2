/// A number that a notice shows over the life of an alert.
package struct NoticeFigure: Sendable, Hashable {
    /// As rules know it.
    package let name: String
    package let label: Label
    package let format: Format
    /// The unit of measure; empty for a share or a bare number.
    package let unit: String
    /// Nil is unknown.
    package let atFiring: Double?
    /// The least favourable one while the alert fired.
    package let atWorst: Double?
    /// When the notice was decided: for a resolved alert, at its resolution.
    package let now: Double?

    package init(
        _ name: String, label: Label, format: Format = .plain, unit: String = "", atFiring: Double?, atWorst: Double?,
        now: Double?
    ) {
        self.name = name
        self.label = label
        self.format = format
        self.unit = unit
        self.atFiring = atFiring
        self.atWorst = atWorst
        self.now = now
    }

    /// `14 人`, or where it moved `14 人 at firing · 12 人 at worst · 25 人 now`.
    func text(_ language: Language, isOver: Bool) -> String {
        if atFiring == now, atWorst == now { return number(now, language) }
        let said = [
            (atFiring, Label(zh: "触发时", en: "at firing")), (atWorst, Label(zh: "最差时", en: "at worst")),
            (now, isOver ? Label(zh: "解除时", en: "at the end") : Label(zh: "现在", en: "now")),
        ]
        return said.map { value, moment in
            switch language {
            case .zh: "\(moment.zh) \(number(value, language))"
            case .en: "\(number(value, language)) \(moment.en)"
            }
        }.joined(separator: " · ")
    }

    private func number(_ value: Double?, _ language: Language) -> String {
        guard let value else { return language == .zh ? "未知" : "unknown" }
        let text =
            switch format {
            case .plain, .date: Decimal.text(value, digits: 2)
            case .percent: Decimal.text(value * 100, digits: 1) + "%"
            case .integer: Decimal.text(value, digits: 0)
            case .decimal: Decimal.text(value, digits: 3)
            }
        return unit.isEmpty ? text : "\(text) \(unit)"
    }
}
