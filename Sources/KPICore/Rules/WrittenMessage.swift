import CEL

/// A rule's message about one subject.
struct WrittenMessage {
    /// What the rule says, or where that failed in either language something plain in its place: whoever is to be told
    /// is told.
    let label: Label
    /// One for each field that failed.
    let failures: [EvaluationError]
}

extension WrittenMessage {
    /// Which rule speaks of what.
    static func plain(_ rule: RuleID, _ subject: RuleSubject) -> Label {
        func name(_ language: Language) -> String {
            let names = [subject.target.label, subject.unit.label] + [subject.part?.label].compactMap { $0 }
            return names.map { $0[language] }.joined(separator: " · ")
        }
        return Label(
            zh: "\(name(.zh))：规则 \(rule)（消息无法写出）", en: "\(name(.en)): rule \(rule) (its message could not be written)")
    }
}
