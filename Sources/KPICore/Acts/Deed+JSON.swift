package import CEL

extension Deed {
    /// All of it, whatever the zone, to be read back by ``init(json:)``.
    package var json: JSON { json { $0.exactStamp } }

    /// All of it, with moments as clocks in a zone show them.
    package func json(in zone: Zone) -> JSON { json { $0.stamp(in: zone) } }

    private func json(_ stamp: (Instant) -> String) -> JSON {
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

    /// Reads what ``json`` or ``json(in:)`` wrote. Members that it does not know are passed over.
    package init(json: JSON) throws(UnreadableDeed) {
        try self.init(ActPart(json))
    }

    init(_ part: ActPart) throws(UnreadableDeed) {
        switch try part.word("name") as Name {
        case .acknowledge:
            self = .acknowledge(
                Acknowledgement(
                    alert: try part.part("alert").alert(), episode: Int(try part.count("episode")),
                    severity: try part.word("severity"), isSticky: try part.flag("sticky"),
                    until: try part.optionalMoment("until")))
        case .silence:
            let matchers = try part.list("matchers").map { matcher throws(UnreadableDeed) in
                Matchers.Matcher(
                    try matcher.word("field"),
                    try matcher.list("values").map { value throws(UnreadableDeed) in try value.text() },
                    isNegated: try matcher.flag("negated"))
            }
            let (from, until) = (try part.moment("from"), try part.moment("until"))
            guard let silence = Silence(Matchers(matchers), from: from, until: until) else {
                throw part.part("until").unreadable
            }
            self = .silence(silence)
        case .maintain:
            let (from, until) = (try part.moment("from"), try part.moment("until"))
            guard let maintenance = Maintenance(UnitID(try part.part("unit").text()), from: from, until: until) else {
                throw part.part("until").unreadable
            }
            self = .maintain(maintenance)
        case .undo: self = .undo(try part.count("act"))
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

extension Instant {
    /// RFC 3339 in UTC, with the fraction of a second where there is one.
    fileprivate var exactStamp: String {
        let stamp = stamp(in: .utc)
        let rest = Int(milliseconds - seconds * 1000)
        guard rest > 0 else { return stamp }
        return "\(stamp.prefix(19)).\(rest < 100 ? "0" : "")\(twoDigits(rest))\(stamp.dropFirst(19))"
    }
}
