/// A deed as somebody asks for it: by names and times as people type them.
package enum DeedRequest: Sendable, Hashable {
    /// The alert's identity, or a part of it that no other open alert has.
    case acknowledge(alert: String, isSticky: Bool, ActSpan)
    /// Matchers such as `unit=任城区`.
    case silence([String], ActSpan)
    /// The unit's id, label or alias.
    case maintain(unit: String, ActSpan)
    case undo(Int64)

    /// The words of the ledger's deeds, with texts where those have moments.
    package init(json: JSON) throws(ActRefusal) {
        guard let word = json["name"]?.text, let name = Deed.Name(rawValue: word) else { throw Self.unreadable("name") }
        let span = ActSpan(
            from: try Self.text("from", json), until: try Self.text("until", json),
            for: try Self.text("for", json))
        switch name {
        case .acknowledge:
            guard let alert = try Self.text("alert", json) else { throw Self.unreadable("alert") }
            self = .acknowledge(alert: alert, isSticky: try Self.flag("sticky", json), span)
        case .silence:
            guard case .array(let matchers) = json["matchers"] else { throw Self.unreadable("matchers") }
            let texts = matchers.compactMap(\.text)
            guard texts.count == matchers.count else { throw Self.unreadable("matchers") }
            self = .silence(texts, span)
        case .maintain:
            guard let unit = try Self.text("unit", json) else { throw Self.unreadable("unit") }
            self = .maintain(unit: unit, span)
        case .undo:
            guard let act = json["act"]?.double.flatMap({ Int64(exactly: $0) }) else { throw Self.unreadable("act") }
            self = .undo(act)
        }
    }

    package var json: JSON {
        switch self {
        case .acknowledge(let alert, let isSticky, let span):
            Self.object(
                .acknowledge, [JSON.Member("alert", .string(alert)), JSON.Member("sticky", .bool(isSticky))], span)
        case .silence(let matchers, let span):
            Self.object(.silence, [JSON.Member("matchers", .array(matchers.map { .string($0) }))], span)
        case .maintain(let unit, let span): Self.object(.maintain, [JSON.Member("unit", .string(unit))], span)
        case .undo(let act): Self.object(.undo, [JSON.Member("act", .number(Double(act)))], ActSpan())
        }
    }

    private static func object(_ name: Deed.Name, _ members: [JSON.Member], _ span: ActSpan) -> JSON {
        let times = [("from", span.from), ("until", span.until), ("for", span.delay)]
        return .object(
            [JSON.Member("name", .string(name.rawValue))] + members
                + times.compactMap { name, text in text.map { JSON.Member(name, .string($0)) } })
    }

    /// Nil where it is null, or not there.
    private static func text(_ name: String, _ json: JSON) throws(ActRefusal) -> String? {
        guard let value = json[name], value != .null else { return nil }
        guard let text = value.text else { throw unreadable(name) }
        return text
    }

    private static func flag(_ name: String, _ json: JSON) throws(ActRefusal) -> Bool {
        switch json[name] {
        case .bool(let flag): return flag
        case .null, nil: return false
        default: throw unreadable(name)
        }
    }

    private static func unreadable(_ member: String) -> ActRefusal {
        ActRefusal(
            .invalid, "bad-request", zh: "请求中的 deed.\(member) 缺失或无法理解。",
            en: "the request's deed.\(member) is missing, or is not what belongs there.")
    }
}
