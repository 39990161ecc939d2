package import KPICore

extension Receipt {
    /// For people: a line of counts, then a line for each finding. `notes` also lists what needs nobody's attention.
    package func text(in language: Language, notes: Bool = true) -> String {
        let shown = findings.filter { notes || $0.action != .note }
        return ([summary(language)] + shown.map { line($0, language) }).map { $0 + "\n" }.joined()
    }

    private func summary(_ language: Language) -> String {
        switch language {
        case .zh: "\(file)：采用\(accepted)行，重复\(repeated)行，退回\(refused)行（\(receivedAt)收到）"
        case .en: "\(file): \(accepted) accepted, \(repeated) repeated, \(refused) refused (received \(receivedAt))"
        }
    }

    private func line(_ finding: Finding, _ language: Language) -> String {
        let place =
            switch language {
            case .zh: finding.line.map { "第\($0)行" + (finding.column.map { " \($0)" } ?? "") } ?? "整个文件"
            case .en: finding.line.map { "line \($0)" + (finding.column.map { " \($0)" } ?? "") } ?? "the file"
            }
        let action = finding.action.word[language]
        let colon = language == .zh ? "：" : ": "
        return "  \(place)\(colon)\(action)\(colon)\(finding.message[language]) [\(finding.code)]"
    }
}

extension Finding.Action {
    /// What it is called to people.
    package var word: Label {
        switch self {
        case .note: Label(zh: "说明", en: "note")
        case .doubt: Label(zh: "存疑", en: "doubt")
        case .reject: Label(zh: "退回", en: "refused")
        }
    }
}
