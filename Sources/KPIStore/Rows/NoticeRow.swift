internal import GRDB
internal import KPICore

/// How a notice stands in the ledger: as it is sent, and beside that what it is looked up by.
enum NoticeRow {
    /// What a notice is known by, without what it says.
    static let address = "id, key, event, channel, recipient, rule, target, unit, scope"

    static let insertion = """
        INSERT INTO notice
            (id, recorded, after_transition, key, channel, recipient, rule, target, unit, scope, event, at, json)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    /// From the key on.
    static func arguments(_ decided: DecidedNotice) -> StatementArguments {
        let notice = decided.notice
        let alert = notice.alert
        return [
            notice.key.text, notice.key.channel, decided.recipient.text, alert?.rule.text, alert?.target.text,
            alert?.unit.text, alert?.scope, notice.event.rawValue, notice.at.instant.stored, notice.json.compact,
        ]
    }
}

extension RowReader {
    /// Of the column `json`.
    mutating func notice() throws -> Notice {
        let json = try json()
        do {
            return try Notice(json: json)
        } catch {
            throw unreadable(because: error.description)
        }
    }

    /// Of the columns ``NoticeRow/address``.
    mutating func addressed() throws -> HistoryEntry.Addressed {
        let (id, key) = (try integer(), try text())
        let event = try word(NoticeEvent.self)
        let (channel, recipient) = (try text(), RecipientID(try text()))
        return HistoryEntry.Addressed(
            notice: id, key: key, event: event, channel: channel, recipient: recipient, alert: try optionalIdentity())
    }
}
