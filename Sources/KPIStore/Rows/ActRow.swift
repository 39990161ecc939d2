internal import GRDB
internal import KPICore

/// How an act stands in the ledger: a column for everything that some deed holds, NULL in the deeds that do not.
enum ActRow {
    static let columns = """
        id, at, author, comment, deed, rule, target, unit, scope, episode, severity, is_sticky, matchers, maintained, \
        from_at, until_at, undoes
        """

    static let insertion = """
        INSERT INTO act (recorded, after_transition, \(columns))
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    /// - Parameter alert: under whose history the act is found, if any.
    static func arguments(_ act: Act, of alert: AlertIdentity?) -> StatementArguments {
        let head: StatementArguments = [
            act.id, act.at.stored, act.author, act.comment, act.deed.name.rawValue, alert?.rule.text,
            alert?.target.text, alert?.unit.text, alert?.scope,
        ]
        let (from, until) = (act.deed.from?.stored, act.deed.until?.stored)
        let tail: StatementArguments =
            switch act.deed {
            case .acknowledge(let deed):
                [deed.episode, deed.severity.rawValue, deed.isSticky, nil, nil, nil, until, nil]
            case .silence(let silence): [nil, nil, nil, silence.matchers.stored, nil, from, until, nil]
            case .maintain(let maintenance): [nil, nil, nil, nil, maintenance.unit.text, from, until, nil]
            case .undo(let id): [nil, nil, nil, nil, nil, nil, nil, id]
            }
        return head + tail
    }

    static func act(_ row: Row, from column: Int = 0) throws -> Act {
        var reader = RowReader(row, of: "act", from: column)
        let id = try reader.integer()
        let at = try reader.instant()
        let (author, comment) = (try reader.text(), try reader.text())
        return Act(id: id, at: at, author: author, comment: comment, deed: try deed(&reader))
    }

    private static func deed(_ reader: inout RowReader) throws -> Deed {
        let name = try reader.word(Deed.Name.self)
        let alert = try reader.optionalIdentity()
        let (episode, severity) = (try reader.optionalInteger(), try reader.optionalWord(Severity.self))
        let isSticky = try reader.optionalInteger()
        let matchers = try reader.optionalMatchers()
        let maintained = try reader.optionalText()
        let (from, until) = (try reader.optionalInstant(), try reader.optionalInstant())
        let undoes = try reader.optionalInteger()
        switch name {
        case .acknowledge:
            guard let alert, let episode, let severity, let isSticky else { break }
            return .acknowledge(
                Acknowledgement(
                    alert: alert, episode: Int(episode), severity: severity, isSticky: isSticky != 0, until: until))
        case .silence:
            guard let matchers, let from, let until, let silence = Silence(matchers, from: from, until: until)
            else { break }
            return .silence(silence)
        case .maintain:
            guard let maintained, let from, let until,
                let maintenance = Maintenance(UnitID(maintained), from: from, until: until)
            else { break }
            return .maintain(maintenance)
        case .undo:
            guard let undoes else { break }
            return .undo(undoes)
        }
        throw UnreadableRow(table: "act", column: "deed", content: "'\(name.rawValue)' lacks what it must hold")
    }
}

extension RowReader {
    fileprivate mutating func optionalMatchers() throws -> Matchers? {
        guard let json = try optionalJSON() else { return nil }
        guard let matchers = Matchers(stored: json) else { throw unreadable(json.compact) }
        return matchers
    }
}
