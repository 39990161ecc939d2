/// Finding what was named, and saying what may have been meant.
extension ActSetting {
    /// An open alert by its identity, or by a part of it that no other has.
    func alert(named text: String) throws(ActRefusal) -> Alert {
        if let exact = open.first(where: { $0.identity.description == text }) { return exact }
        let found = text.isEmpty ? [] : open.filter { $0.identity.description.contains(text) }
        guard let first = found.first else { throw unknownAlert(text) }
        guard found.count == 1 else {
            throw ActRefusal(
                .ambiguous, "several-alerts", zh: "“\(text)”符合 \(found.count) 条告警，请写得更具体：",
                en: "'\(text)' may be any of \(found.count) alerts; say more of it:",
                candidates: found.map(\.identity.description))
        }
        return first
    }

    func unknownAlert(_ text: String) -> ActRefusal {
        .unknown("alert", zh: "未结束的告警", text, in: open.map(\.identity.description), asAny: "open alert")
    }

    func unknownUnit(_ name: String) -> ActRefusal {
        .unknown("unit", zh: "单位", name, in: catalog.units.knownNames, asAny: "unit")
    }

    /// What a matcher's values may be; nil where they may be anything.
    func names(of field: Matchers.Field) -> [String]? {
        switch field {
        case .rule: catalog.rules.map(\.id.text) + open.map(\.identity.rule.text)
        case .target: catalog.lineages.all.map(\.id.text)
        case .unit: catalog.units.knownNames
        case .severity, .scope: nil
        case .section: catalog.targets.flatMap { [$0.section.id, $0.section.label.zh, $0.section.label.en] }
        case .owner: catalog.targets.flatMap(\.owners)
        case .tag: catalog.targets.flatMap(\.tags)
        }
    }
}
