internal import GRDB
internal import KPICore

/// How a transition stands in the ledger.
enum TransitionRow {
    static let columns = """
        seq, rule, target, unit, scope, episode, from_phase, to_phase, severity_before, severity, at, ref, reason, \
        message_zh, message_en, named_values
        """

    static let insertion = """
        INSERT INTO transition (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    static func arguments(_ sequenced: SequencedTransition) -> StatementArguments {
        let transition = sequenced.transition
        let alert = transition.alert
        return [
            sequenced.seq, alert.rule.text, alert.target.text, alert.unit.text, alert.scope, transition.episode,
            transition.from.rawValue, transition.to.rawValue, transition.severityBefore?.rawValue,
            transition.severity.rawValue, transition.at.stored, transition.ref.description,
            transition.reason.rawValue, transition.message.zh, transition.message.en, transition.values.stored,
        ]
    }

    static func transition(_ row: Row, from column: Int = 0) throws -> SequencedTransition {
        var reader = RowReader(row, of: "transition", from: column)
        let seq = try reader.integer()
        return SequencedTransition(
            seq: seq,
            transition: Transition(
                alert: try reader.identity(), episode: try reader.int(), from: try reader.word(),
                to: try reader.word(), severityBefore: try reader.optionalWord(), severity: try reader.word(),
                at: try reader.instant(), ref: try reader.date(), reason: try reader.word(),
                message: try reader.label(), values: try reader.namedValues()))
    }
}
