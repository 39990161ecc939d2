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

    mutating func label() throws -> Label {
        Label(zh: try text(), en: try text())
    }

    mutating func identity() throws -> AlertIdentity {
        AlertIdentity(
            rule: RuleID(try text()), target: TargetID(try text()), unit: UnitID(try text()), scope: try text())
    }
}
