internal import KPICore

/// Findings stand in the ledger as an array of objects with the field names of a receipt.
extension [Finding] {
    var stored: String {
        JSON.array(
            map { finding in
                .object(
                    [
                        JSON.Member("code", .string(finding.code)),
                        JSON.Member("action", .string(finding.action.rawValue)),
                        JSON.Member("line", JSON(finding.line.map(Double.init))),
                        JSON.Member("column", JSON(finding.column)),
                        JSON.Member("zh", .string(finding.message.zh)),
                        JSON.Member("en", .string(finding.message.en)),
                    ] + (finding.subject.map(Self.members) ?? []))
            }
        ).compact
    }

    init?(stored json: JSON) {
        guard case .array(let elements) = json else { return nil }
        self = []
        for element in elements {
            guard let code = element["code"]?.text,
                let action = element["action"]?.text.flatMap({ Finding.Action(rawValue: $0) }),
                let zh = element["zh"]?.text, let en = element["en"]?.text
            else { return nil }
            append(
                Finding(
                    code: code, action: action, line: element["line"]?.double.flatMap { Int(exactly: $0) },
                    column: element["column"]?.text, message: Label(zh: zh, en: en),
                    subject: Self.subject(element)))
        }
    }

    /// Left out where there is none, as in rows of before.
    private static func members(_ subject: Finding.Subject) -> [JSON.Member] {
        [
            JSON.Member("target", .string(subject.key.target.text)),
            JSON.Member("unit", .string(subject.key.unit.text)),
            JSON.Member("period", .string(subject.key.period.description)),
            JSON.Member("part", .string(subject.key.disaggregation)), JSON.Member("at", .string(subject.at.stored)),
        ]
    }

    private static func subject(_ element: JSON) -> Finding.Subject? {
        guard let target = element["target"]?.text, let unit = element["unit"]?.text,
            let period = element["period"]?.text.flatMap({ Period($0) }), let part = element["part"]?.text,
            let at = element["at"]?.text.flatMap({ Instant(stored: $0) })
        else { return nil }
        return Finding.Subject(
            Observation.Key(target: TargetID(target), unit: UnitID(unit), period: period, disaggregation: part), at: at)
    }
}
