internal import KPICore

/// Findings stand in the ledger as an array of objects with the field names of a receipt.
extension [Finding] {
    var stored: String {
        JSON.array(
            map { finding in
                .object([
                    JSON.Member("code", .string(finding.code)),
                    JSON.Member("action", .string(finding.action.rawValue)),
                    JSON.Member("line", JSON(finding.line.map(Double.init))),
                    JSON.Member("column", JSON(finding.column)),
                    JSON.Member("zh", .string(finding.message.zh)),
                    JSON.Member("en", .string(finding.message.en)),
                ])
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
                    column: element["column"]?.text, message: Label(zh: zh, en: en)))
        }
    }
}
