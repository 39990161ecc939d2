internal import GRDB
internal import KPICore

/// How an alert stands in the ledger: a column for everything that some phase holds, NULL in the phases that do not.
enum AlertRow {
    static let columns = """
        rule, target, unit, scope, episode, phase, severity, since, first_ref, last_ref, periods, pending_since, \
        resolved_at, fired_since, reason, message_zh, message_en, named_values
        """

    static let insertion = """
        INSERT OR REPLACE INTO alert (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    static let deletion = "DELETE FROM alert WHERE rule = ? AND target = ? AND unit = ? AND scope = ?"

    static func arguments(_ alert: Alert) -> StatementArguments {
        let phase: [(any DatabaseValueConvertible)?] =
            switch alert.phase {
            case .inactive:
                [nil, nil, nil, nil, nil, nil, nil]
            case .pending(let pending):
                [
                    pending.since.stored, pending.firstRef.description, pending.lastRef.description,
                    pending.periods, nil, nil, nil,
                ]
            case .firing(let firing):
                [firing.since.stored, nil, nil, nil, firing.pendingSince.stored, nil, nil]
            case .resolved(let resolved):
                [nil, nil, nil, nil, nil, resolved.at.stored, resolved.firedSince.stored]
            }
        let head: [(any DatabaseValueConvertible)?] = [
            alert.episode, alert.phase.name.rawValue, alert.phase.severity?.rawValue,
        ]
        let tail: [(any DatabaseValueConvertible)?] = [
            alert.reason.rawValue, alert.message.zh, alert.message.en, alert.values.stored,
        ]
        return identity(alert.identity) + StatementArguments(head + phase + tail)
    }

    static func identity(_ identity: AlertIdentity) -> StatementArguments {
        [identity.rule.text, identity.target.text, identity.unit.text, identity.scope]
    }

    static func alert(_ row: Row) throws -> Alert {
        var reader = RowReader(row, of: "alert")
        let identity = try reader.identity()
        let episode = try reader.int()
        let phase = try phase(&reader)
        return Alert(
            identity: identity, episode: episode, phase: phase, reason: try reader.word(),
            message: try reader.label(), values: try reader.namedValues())
    }

    private static func phase(_ reader: inout RowReader) throws -> AlertPhase {
        let name = try reader.word(AlertPhase.Name.self)
        let severity = try reader.optionalWord(Severity.self)
        let since = try reader.optionalInstant()
        let (firstRef, lastRef) = (try reader.optionalDate(), try reader.optionalDate())
        let periods = try reader.optionalInteger()
        let pendingSince = try reader.optionalInstant()
        let (resolvedAt, firedSince) = (try reader.optionalInstant(), try reader.optionalInstant())
        if name == .inactive { return .inactive }
        if name == .pending, let since, let severity, let firstRef, let lastRef, let periods {
            return .pending(
                .init(
                    since: since, severity: severity, firstRef: firstRef, lastRef: lastRef, periods: Int(periods)))
        }
        if name == .firing, let since, let severity, let pendingSince {
            return .firing(.init(since: since, severity: severity, pendingSince: pendingSince))
        }
        if name == .resolved, let resolvedAt, let firedSince, let severity {
            return .resolved(.init(at: resolvedAt, firedSince: firedSince, severity: severity))
        }
        throw UnreadableRow(table: "alert", column: "phase", content: "'\(name.rawValue)' lacks what it must hold")
    }
}
