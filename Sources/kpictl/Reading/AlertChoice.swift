import Diagnostics
import KPICore
import KPIStore

/// Finds an alert by what somebody typed: its identity, or a part of it.
enum AlertChoice {
    /// More would push the sentence out of the window.
    private static let shown = 20

    static func find(_ text: String, in ledger: Ledger) throws -> AlertIdentity {
        let matches = try ledger.alerts(named: text)
        if let found = matches.first(where: { $0.description == text }) { return found }
        if let found = matches.first, matches.count == 1 { return found }
        throw matches.isEmpty ? try none(text, in: ledger) : several(text, matches)
    }

    private static func several(_ text: String, _ matches: [AlertIdentity]) -> Failure {
        let list = matches.prefix(shown).map { "\n  \($0)" }.joined()
        let left = matches.count - shown
        return Failure(
            .usage, zh: "有 \(matches.count) 个告警含有“\(text)”，请写明是哪一个：\(list)" + (left > 0 ? "\n  …… 还有 \(left) 个" : ""),
            en: "'\(text)' is a part of \(matches.count) alerts; name one of them:\(list)"
                + (left > 0 ? "\n  … and \(left) more" : ""))
    }

    private static func none(_ text: String, in ledger: Ledger) throws -> Failure {
        let names = try ledger.alerts(named: "").map(\.description)
        guard !names.isEmpty else {
            return Failure(
                .notFound, zh: "没有告警“\(text)”：至今没有任何告警。", en: "there is no alert '\(text)': there never was any.")
        }
        if let nearest = nearest(to: text, in: names) {
            return Failure(
                .notFound, zh: "没有告警“\(text)”：是不是“\(nearest)”？",
                en: "there is no alert '\(text)': did you mean '\(nearest)'?")
        }
        return Failure(
            .notFound, zh: "没有告警“\(text)”：kpictl history -o ndjson 列出全部。",
            en: "there is no alert '\(text)': kpictl history -o ndjson tells of all.")
    }

    /// A whole identity, or else a rule, a target, a unit, or a word of one.
    private static func nearest(to text: String, in names: [String]) -> String? {
        if let whole = Suggestion.nearest(to: text, in: names) { return whole }
        var parts: Set<String> = []
        for part in Set(names.flatMap { $0.split(separator: "/") }) {
            parts.insert(String(part))
            parts.formUnion(part.split(separator: ".").map(String.init))
        }
        return Suggestion.nearest(to: text, in: parts.sorted())
    }
}
