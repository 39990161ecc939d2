package import CEL

extension Deed {
    /// All of it, with moments as clocks in a zone show them.
    package func json(in zone: Zone) -> JSON {
        func stamp(_ moment: Instant) -> String { moment.stamp(in: zone) }
        let name = JSON.Member("name", .string(name.rawValue))
        func span(_ from: Instant, _ until: Instant) -> [JSON.Member] {
            [JSON.Member("from", .string(stamp(from))), JSON.Member("until", .string(stamp(until)))]
        }
        switch self {
        case .acknowledge(let acknowledgement):
            return .object([
                name, JSON.Member("alert", acknowledgement.alert.json),
                JSON.Member("episode", JSON(acknowledgement.episode)),
                JSON.Member("severity", .string(acknowledgement.severity.rawValue)),
                JSON.Member("sticky", .bool(acknowledgement.isSticky)),
                JSON.Member("until", JSON(acknowledgement.until.map(stamp))),
            ])
        case .silence(let silence):
            return .object(
                [
                    name, JSON.Member("matchers", .array(silence.matchers.all.map(\.json))),
                    JSON.Member("text", .string(silence.matchers.description)),
                ] + span(silence.from, silence.until))
        case .maintain(let maintenance):
            return .object(
                [name, JSON.Member("unit", .string(maintenance.unit.text))]
                    + span(maintenance.from, maintenance.until))
        case .undo(let act):
            return .object([name, JSON.Member("act", .number(Double(act)))])
        }
    }
}

extension Matchers.Matcher {
    fileprivate var json: JSON {
        .object([
            JSON.Member("field", .string(field.rawValue)), JSON.Member("negated", .bool(isNegated)),
            JSON.Member("values", .array(values.map { .string($0) })),
        ])
    }
}
