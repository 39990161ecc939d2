/// Which alerts are meant: all conditions hold. None at all means every alert.
package struct Matchers: Sendable, Hashable, CustomStringConvertible {
    /// What of an alert is looked at.
    package enum Field: String, Sendable, CaseIterable {
        case rule, target, unit, scope, severity, section, owner, tag
    }

    /// One of several values; with `isNegated` none of them. `*` in a value stands for any letters.
    package struct Matcher: Sendable, Hashable {
        package let field: Field
        package let isNegated: Bool
        package let values: [String]

        package init(_ field: Field, _ values: [String], isNegated: Bool = false) {
            (self.field, self.values, self.isNegated) = (field, values, isNegated)
        }
    }

    package let all: [Matcher]

    package init(_ all: [Matcher] = []) {
        self.all = all
    }

    /// `rule=behind-plan unit=370811,370812 severity!=critical`
    package var description: String {
        all.map { "\($0.field.rawValue)\($0.isNegated ? "!=" : "=")\($0.values.joined(separator: ","))" }
            .joined(separator: " ")
    }
}

extension Matchers.Matcher {
    /// Reads `unit=370811,370812` or `severity!=critical`; nil for anything else.
    package init?(_ text: some StringProtocol) {
        guard let equals = text.firstIndex(of: "=") else { return nil }
        var name = text[..<equals]
        let isNegated = name.last == "!"
        if isNegated { name.removeLast() }
        let values = text[text.index(after: equals)...].split(separator: ",", omittingEmptySubsequences: false)
        guard let field = Matchers.Field(rawValue: String(name)), !values.contains(where: \.isEmpty) else { return nil }
        if field == .severity, values.contains(where: { Severity(rawValue: String($0)) == nil }) { return nil }
        self.init(field, values.map { String($0) }, isNegated: isNegated)
    }
}

extension Matchers {
    /// Whether an alert is meant. A unit matches those above it by name, too, so that `unit=3708` means the whole city.
    ///
    /// - Parameter severity: the alert's; nil matches no severity.
    package func match(_ alert: AlertIdentity, severity: Severity?, in catalog: Catalog) -> Bool {
        all.allSatisfy { matcher in
            let isFound = Self.values(of: matcher.field, alert, severity, catalog).contains { value in
                matcher.values.contains { Self.matches(value, pattern: $0) }
            }
            return isFound != matcher.isNegated
        }
    }

    private static func values(
        of field: Field, _ alert: AlertIdentity, _ severity: Severity?, _ catalog: Catalog
    ) -> [String] {
        switch field {
        case .rule: [alert.rule.text]
        case .target: [alert.target.text]
        case .unit: lineage(of: alert.unit, catalog.units)
        case .scope: [alert.scope]
        case .severity: severity.map { [$0.rawValue] } ?? []
        case .section: catalog[alert.target].map { [$0.section.id, $0.section.label.zh, $0.section.label.en] } ?? []
        case .owner: catalog[alert.target]?.owners ?? []
        case .tag: catalog[alert.target]?.tags ?? []
        }
    }

    /// The unit and all above it.
    private static func lineage(of unit: UnitID, _ tree: UnitTree) -> [String] {
        guard var index = tree.index(of: unit) else { return [unit.text] }
        var names = [tree.units[index].id.text]
        while let parent = tree.parents[index] {
            names.append(tree.units[parent].id.text)
            index = parent
        }
        return names
    }

    /// Whether a text is the pattern, `*` standing for any letters.
    ///
    /// Without backtracking over more than the latest star: time in proportion to the product of the lengths at most.
    package static func matches(_ text: String, pattern: String) -> Bool {
        let (text, pattern) = (Array(text.unicodeScalars), Array(pattern.unicodeScalars))
        var (at, place) = (0, 0)
        var star: (pattern: Int, text: Int)?
        while at < text.count {
            if place < pattern.count, pattern[place] == "*" {
                star = (place, at)
                place += 1
            } else if place < pattern.count, pattern[place] == text[at] {
                (at, place) = (at + 1, place + 1)
            } else if let last = star {
                star = (last.pattern, last.text + 1)
                (place, at) = (last.pattern + 1, last.text + 1)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == "*" }
    }
}
