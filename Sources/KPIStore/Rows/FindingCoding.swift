internal import KPICore

/// Findings stand in the ledger as an array of objects with the field names of a receipt.
extension [Finding] {
    var stored: String {
        JSON.array(
            map { finding in
                .object([
                    JSON.Member("code", .text(finding.code)),
                    JSON.Member("action", .text(finding.action.rawValue)),
                    JSON.Member("line", JSON(finding.line.map(Double.init))),
                    JSON.Member("column", JSON(finding.column)),
                    JSON.Member("zh", .text(finding.message.zh)),
                    JSON.Member("en", .text(finding.message.en)),
                ])
            }
        ).written
    }

    init?(stored json: JSON) {
        guard case .array(let elements) = json else { return nil }
        self = []
        for element in elements {
            guard let code = element["code"]?.string,
                let action = element["action"]?.string.flatMap({ Finding.Action(rawValue: $0) }),
                let zh = element["zh"]?.string, let en = element["en"]?.string
            else { return nil }
            append(
                Finding(
                    code: code, action: action, line: element["line"]?.double.flatMap { Int(exactly: $0) },
                    column: element["column"]?.string, message: Label(zh: zh, en: en)))
        }
    }
}
