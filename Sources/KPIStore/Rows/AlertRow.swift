internal import GRDB
internal import KPICore

/// How an alert stands in the ledger: a column for everything that some phase holds, NULL in the phases that do not.
enum AlertRow {
    static let columns = """
        rule, target, unit, scope, episode, phase, severity, since, pending_since, severity_since, escalated_to, \
        recovering_since, first_ref, last_ref, periods, resolved_at, fired_since, reason, message_zh, message_en, \
        named_values, values_at_firing, values_at_worst, episodes_began
        """

    static let insertion = """
        INSERT OR REPLACE INTO alert (\(columns)) VALUES \
        (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    static let deletion = "DELETE FROM alert WHERE rule = ? AND target = ? AND unit = ? AND scope = ?"

    static func arguments(_ alert: Alert) -> StatementArguments {
        let head: [(any DatabaseValueConvertible)?] = [
            alert.episode, alert.phase.name.rawValue, alert.phase.severity?.rawValue,
        ]
        let tail: [(any DatabaseValueConvertible)?] = [
            alert.reason.rawValue, alert.message.zh, alert.message.en, alert.values.stored,
            alert.memory.map { _ in alert.atFiring.stored }, alert.memory.map { _ in alert.atWorst.stored },
            alert.memory?.began.stored,
        ]
        return identity(alert.identity) + StatementArguments(head + PhaseColumns(alert.phase).arguments + tail)
    }

    static func identity(_ identity: AlertIdentity) -> StatementArguments {
        [identity.rule.text, identity.target.text, identity.unit.text, identity.scope]
    }

    static func alert(_ row: Row) throws -> Alert {
        var reader = RowReader(row, of: "alert")
        let identity = try reader.identity()
        let episode = try reader.int()
        let name = try reader.word(AlertPhase.Name.self)
        let severity = try reader.optionalWord(Severity.self)
        let phase = try PhaseColumns(&reader).phase(name, severity)
        return Alert(
            identity: identity, episode: episode, phase: phase, reason: try reader.word(),
            message: try reader.label(), values: try reader.namedValues(), memory: try reader.episodeMemory())
    }
}

extension RowReader {
    fileprivate mutating func episodeMemory() throws -> EpisodeMemory? {
        let atFiring = try optionalNamedValues()
        let atWorst = try optionalNamedValues()
        let began = try optionalInstants()
        guard let atFiring, let atWorst, let began else { return nil }
        return EpisodeMemory(atFiring: atFiring, atWorst: atWorst, began: began)
    }

    private mutating func optionalInstants() throws -> [Instant]? {
        guard let json = try optionalJSON() else { return nil }
        guard let instants = [Instant](stored: json) else { throw unreadable(json.compact) }
        return instants
    }
}

/// Moments stand in the ledger as an array of their stamps.
extension [Instant] {
    fileprivate var stored: String { JSON.array(map { .string($0.stored) }).compact }

    fileprivate init?(stored json: JSON) {
        guard case .array(let elements) = json else { return nil }
        self = []
        for element in elements {
            guard let instant = element.text.flatMap({ Instant(stored: $0) }) else { return nil }
            append(instant)
        }
    }
}
