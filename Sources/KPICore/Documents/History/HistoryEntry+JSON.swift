package import CEL

extension HistoryEntry {
    /// For a program: what kind of thing it is, when it came about, which alert it is about, and the rest by its kind.
    ///
    /// - Parameter zone: of the clocks by which moments are told.
    package func json(in zone: Zone) -> JSON {
        let head = [
            JSON.Member("kind", .string(kind)), JSON.Member("at", .string(at.stamp(in: zone))),
            JSON.Member("alert", alert?.json ?? .null),
        ]
        return .object(head + members(zone))
    }

    private var kind: String {
        switch event {
        case .transition: "transition"
        case .act: "act"
        case .withholding: "withholding"
        case .notice: "notice"
        case .delivery: "delivery"
        }
    }

    private func members(_ zone: Zone) -> [JSON.Member] {
        switch event {
        case .transition(let sequence, let transition): Self.members(transition, sequence)
        case .act(let act): Self.members(act, zone)
        case .withholding(let withholding):
            [
                JSON.Member("recipient", .string(withholding.key.recipient.text)),
                JSON.Member("step", .string(withholding.step.rawValue)),
                JSON.Member("by", .string(withholding.by.rawValue)), JSON.Member("note", JSON(withholding.note)),
            ]
        case .notice(let notice, let addressed): Self.members(addressed) + [JSON.Member("content", notice.json)]
        case .delivery(let attempt, let addressed):
            Self.members(addressed) + [
                JSON.Member("attempt", JSON(attempt.attempt)),
                JSON.Member("outcome", .string(attempt.outcome.rawValue)),
                JSON.Member("detail", JSON(attempt.detail)),
                JSON.Member("next_at", JSON(attempt.next?.stamp(in: zone))),
            ]
        }
    }

    private static func members(_ transition: Transition, _ sequence: Int64) -> [JSON.Member] {
        [
            JSON.Member("seq", .number(Double(sequence))), JSON.Member("episode", JSON(transition.episode)),
            JSON.Member("from", .string(transition.from.rawValue)),
            JSON.Member("to", .string(transition.to.rawValue)),
            JSON.Member("severity_before", JSON(transition.severityBefore?.rawValue)),
            JSON.Member("severity", .string(transition.severity.rawValue)),
            JSON.Member("ref", .string(transition.ref.description)), JSON.Member("reason", transition.reason.json),
            JSON.Member("message", JSON(transition.message)),
            JSON.Member("values", .object(transition.values.map { JSON.Member($0.name, JSON($0.value)) })),
        ]
    }

    private static func members(_ addressed: Addressed) -> [JSON.Member] {
        [
            JSON.Member("notice", .number(Double(addressed.notice))), JSON.Member("key", .string(addressed.key)),
            JSON.Member("event", .string(addressed.event.rawValue)),
            JSON.Member("channel", .string(addressed.channel)),
            JSON.Member("recipient", .string(addressed.recipient.text)),
        ]
    }

    private static func members(_ act: Act, _ zone: Zone) -> [JSON.Member] {
        let head = [
            JSON.Member("act", .number(Double(act.id))), JSON.Member("deed", .string(act.deed.name.rawValue)),
            JSON.Member("author", .string(act.author)), JSON.Member("comment", .string(act.comment)),
        ]
        let span = [
            JSON.Member("from", JSON(act.deed.from?.stamp(in: zone))),
            JSON.Member("until", JSON(act.deed.until?.stamp(in: zone))),
        ]
        let tail =
            switch act.deed {
            case .acknowledge(let acknowledgement):
                [
                    JSON.Member("episode", JSON(acknowledgement.episode)),
                    JSON.Member("severity", .string(acknowledgement.severity.rawValue)),
                    JSON.Member("sticky", .bool(acknowledgement.isSticky)), span[1],
                ]
            case .silence(let silence): [JSON.Member("matchers", .string(silence.matchers.description))] + span
            case .maintain(let maintenance): [JSON.Member("unit", .string(maintenance.unit.text))] + span
            case .undo(let id): [JSON.Member("undoes", .number(Double(id)))]
            }
        return head + tail
    }
}
