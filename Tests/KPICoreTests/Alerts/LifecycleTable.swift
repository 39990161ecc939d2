/// What becomes of an alert, cell by cell: the phase it is in and what the rule says, for every way of waiting. The
/// moment lies an hour after the condition first held, in the same period, so that no waiting is over.
///
/// `=` is nothing at all, not even a note. A `~` before a cell: what is remembered changes and nobody is told.
enum LifecycleTable {
    static let text = """
        phase           | judgement      | no hold                             | 2 periods                           | 2 hours                             | 1 working day
        inactive        | info           | firing info condition_held          | pending info condition_holds        | pending info condition_holds        | pending info condition_holds
        inactive        | warning        | firing warning condition_held       | pending warning condition_holds     | pending warning condition_holds     | pending warning condition_holds
        inactive        | critical       | firing critical condition_held      | pending critical condition_holds    | pending critical condition_holds    | pending critical condition_holds
        inactive        | between        | =                                   | =                                   | =                                   | =
        inactive        | clear          | =                                   | =                                   | =                                   | =
        inactive        | unknown, keep  | =                                   | =                                   | =                                   | =
        inactive        | unknown, alert | firing info data_missing            | pending info data_missing           | pending info data_missing           | pending info data_missing
        inactive        | failed         | =                                   | =                                   | =                                   | =
        pending warning | info           | firing info condition_held          | ~ pending info condition_holds      | ~ pending info condition_holds      | ~ pending info condition_holds
        pending warning | warning        | firing warning condition_held       | =                                   | =                                   | =
        pending warning | critical       | firing critical condition_held      | ~ pending critical condition_holds  | ~ pending critical condition_holds  | ~ pending critical condition_holds
        pending warning | between        | inactive - condition_ended          | inactive - condition_ended          | inactive - condition_ended          | inactive - condition_ended
        pending warning | clear          | inactive - condition_ended          | inactive - condition_ended          | inactive - condition_ended          | inactive - condition_ended
        pending warning | unknown, keep  | =                                   | =                                   | =                                   | =
        pending warning | unknown, alert | firing warning data_missing         | =                                   | =                                   | =
        pending warning | failed         | =                                   | =                                   | =                                   | =
        firing warning  | info           | firing info severity_lowered        | firing info severity_lowered        | firing info severity_lowered        | firing info severity_lowered
        firing warning  | warning        | =                                   | =                                   | =                                   | =
        firing warning  | critical       | firing critical severity_raised     | firing critical severity_raised     | firing critical severity_raised     | firing critical severity_raised
        firing warning  | between        | firing info severity_lowered        | firing info severity_lowered        | firing info severity_lowered        | firing info severity_lowered
        firing warning  | clear          | resolved warning condition_cleared  | resolved warning condition_cleared  | resolved warning condition_cleared  | resolved warning condition_cleared
        firing warning  | unknown, keep  | =                                   | =                                   | =                                   | =
        firing warning  | unknown, alert | =                                   | =                                   | =                                   | =
        firing warning  | failed         | =                                   | =                                   | =                                   | =
        firing critical | info           | firing info severity_lowered        | firing info severity_lowered        | firing info severity_lowered        | firing info severity_lowered
        firing critical | warning        | firing warning severity_lowered     | firing warning severity_lowered     | firing warning severity_lowered     | firing warning severity_lowered
        firing critical | critical       | =                                   | =                                   | =                                   | =
        firing critical | between        | firing info severity_lowered        | firing info severity_lowered        | firing info severity_lowered        | firing info severity_lowered
        firing critical | clear          | resolved critical condition_cleared | resolved critical condition_cleared | resolved critical condition_cleared | resolved critical condition_cleared
        firing critical | unknown, keep  | =                                   | =                                   | =                                   | =
        firing critical | unknown, alert | =                                   | =                                   | =                                   | =
        firing critical | failed         | =                                   | =                                   | =                                   | =
        resolved        | info           | firing info condition_held          | pending info condition_holds        | pending info condition_holds        | pending info condition_holds
        resolved        | warning        | firing warning condition_held       | pending warning condition_holds     | pending warning condition_holds     | pending warning condition_holds
        resolved        | critical       | firing critical condition_held      | pending critical condition_holds    | pending critical condition_holds    | pending critical condition_holds
        resolved        | between        | =                                   | =                                   | =                                   | =
        resolved        | clear          | =                                   | =                                   | =                                   | =
        resolved        | unknown, keep  | =                                   | =                                   | =                                   | =
        resolved        | unknown, alert | firing info data_missing            | pending info data_missing           | pending info data_missing           | pending info data_missing
        resolved        | failed         | =                                   | =                                   | =                                   | =
        """

    struct Row: Sendable, CustomStringConvertible {
        let phase: String
        let judgement: String
        /// By way of waiting: not at all, two periods, two hours, one working day.
        let cells: [String]

        var description: String { "\(phase), \(judgement)" }
    }

    static let rows = rows(of: text)

    static func rows(of text: String) -> [Row] {
        text.split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
            return Row(phase: cells[0], judgement: cells[1], cells: Array(cells[2...]))
        }
    }
}
