internal import KPICore

/// Named values stand in the ledger as an object in their own order: `{"value":62,"pace_ratio":null}`.
extension [NamedValue] {
    var stored: String { JSON.object(map { JSON.Member($0.name, JSON($0.value)) }).compact }

    init?(stored json: JSON) {
        guard case .object(let members) = json else { return nil }
        self = []
        for member in members {
            guard member.value == .null || member.value.double != nil else { return nil }
            append(NamedValue(member.name, member.value.double))
        }
    }
}

extension RowReader {
    mutating func namedValues() throws -> [NamedValue] {
        let json = try json()
        guard let values = [NamedValue](stored: json) else { throw unreadable(json.compact) }
        return values
    }

    mutating func optionalNamedValues() throws -> [NamedValue]? {
        guard let json = try optionalJSON() else { return nil }
        guard let values = [NamedValue](stored: json) else { throw unreadable(json.compact) }
        return values
    }

    mutating func label() throws -> Label {
        Label(zh: try text(), en: try text())
    }

    mutating func identity() throws -> AlertIdentity {
        AlertIdentity(
            rule: RuleID(try text()), target: TargetID(try text()), unit: UnitID(try text()), scope: try text())
    }

    /// Nil where there is none; a part of one is unreadable.
    mutating func optionalIdentity() throws -> AlertIdentity? {
        let parts = [try optionalText(), try optionalText(), try optionalText(), try optionalText()]
        guard parts.contains(where: { $0 != nil }) else { return nil }
        guard let rule = parts[0], let target = parts[1], let unit = parts[2], let scope = parts[3] else {
            throw unreadable(because: "a part of the alert's identity is missing")
        }
        return AlertIdentity(rule: RuleID(rule), target: TargetID(target), unit: UnitID(unit), scope: scope)
    }
}
