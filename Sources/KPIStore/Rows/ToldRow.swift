internal import GRDB
internal import KPICore

/// How it stands in the ledger what a recipient was told of an alert.
enum ToldRow {
    static let columns = """
        rule, target, unit, scope, recipient, episode, severity, told_at, sequence, waiting_since, withheld_since, \
        withheld_by, withheld_zh, withheld_en
        """

    static let insertion = """
        INSERT OR REPLACE INTO told (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    static let deletion = """
        DELETE FROM told WHERE rule = ? AND target = ? AND unit = ? AND scope = ? AND recipient = ?
        """

    /// What was told of an alert by its old name takes the place of what was told by the new one, as the alert does.
    static let renaming = """
        UPDATE OR REPLACE told SET rule = ?, target = ?, unit = ?, scope = ?
        WHERE rule = ? AND target = ? AND unit = ? AND scope = ?
        """

    static func key(_ key: Told.Key) -> StatementArguments { AlertRow.identity(key.alert) + [key.recipient.text] }

    static func arguments(_ key: Told.Key, _ told: Told) -> StatementArguments {
        self.key(key) + [
            told.episode, told.severity?.rawValue, told.at?.stored, told.sequence, told.waitingSince?.stored,
            told.withheld?.since.stored, told.withheld?.by.rawValue, told.withheld?.note.zh, told.withheld?.note.en,
        ]
    }

    static func told(_ row: Row) throws -> (key: Told.Key, told: Told) {
        var reader = RowReader(row, of: "told")
        let key = Told.Key(try reader.identity(), RecipientID(try reader.text()))
        var told = Told(
            episode: try reader.int(), severity: try reader.optionalWord(), at: try reader.optionalInstant(),
            sequence: try reader.int(), waitingSince: try reader.optionalInstant())
        if let since = try reader.optionalInstant() {
            told.withheld = Told.Withheld(since: since, by: try reader.word(), note: try reader.label())
        }
        return (key, told)
    }
}
