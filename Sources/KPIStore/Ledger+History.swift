internal import GRDB
package import KPICore

extension Ledger {
    /// What happened, in the order in which it was recorded: transitions, acts, what was kept from whom, notices, and
    /// the attempts to deliver them.
    ///
    /// - Parameters:
    ///   - alert: whose history is wanted; nil for that of all, and of what is about no alert.
    ///   - cursor: that of the entry after which to go on; nil for the beginning.
    ///   - since: what came about before is left out.
    ///   - limit: how many entries at most; fewer come only at the end.
    package func history(
        matching alert: AlertIdentity? = nil, after cursor: HistoryCursor? = nil, since: Instant? = nil, limit: Int
    ) throws(LedgerError) -> [HistoryEntry] {
        try read(.read) { database in
            let choice = HistoryChoice(alert: alert, since: since)
            var reached = cursor ?? .start
            var streams = try HistorySource.allCases.map { source in
                try HistoryStream(
                    source, source.rows(choice, after: reached, limit: limit, in: database)
                ) { try $0.event($1) }
            }
            var entries: [HistoryEntry] = []
            while entries.count < limit, let (position, event) = try streams.popFirst(by: <) {
                reached =
                    position.other == 0
                    ? HistoryCursor(transition: position.transition, other: reached.other)
                    : HistoryCursor(transition: reached.transition, other: position.other)
                entries.append(HistoryEntry(event, cursor: reached))
            }
            return entries
        }
    }

    /// The cursor after which exactly the latest entries follow, and whatever is recorded from now on.
    package func historyCursor(
        beforeLatest count: Int, matching alert: AlertIdentity? = nil, since: Instant? = nil
    ) throws(LedgerError) -> HistoryCursor {
        try read(.read) { database in
            let choice = HistoryChoice(alert: alert, since: since)
            var streams = try HistorySource.allCases.map { source in
                try HistoryStream(source, source.positions(choice, limit: count, in: database)) { _, _ in }
            }
            var transition = try Self.lastTransition(in: database)
            var other = try RecordOrder(database, after: transition).latest
            var left = count
            while left > 0, let (position, _) = try streams.popFirst(by: >) {
                if position.other == 0 { transition = position.transition - 1 } else { other = position.other - 1 }
                left -= 1
            }
            return HistoryCursor(transition: transition, other: other)
        }
    }

    /// The alerts that something is known of and whose identity has a text somewhere in it, in order.
    ///
    /// - Parameter text: such as `behind-plan/talent.recruits` or `370831`; empty for all of them.
    package func alerts(named text: String) throws(LedgerError) -> [AlertIdentity] {
        try read(.read) { database in
            let rows = try Row.fetchCursor(database.cachedStatement(sql: Self.identities), arguments: [text])
            var found: [AlertIdentity] = []
            while let row = try rows.next() {
                var reader = RowReader(row, of: "transition")
                found.append(try reader.identity())
            }
            return found
        }
    }

    /// An alert that was never more than inactive has no history, and is in `alert` alone.
    private static let identities = """
        WITH known AS (
            SELECT rule, target, unit, scope FROM transition
            UNION SELECT rule, target, unit, scope FROM alert WHERE phase <> 'inactive'
            UNION SELECT rule, target, unit, scope FROM act WHERE rule IS NOT NULL
            UNION SELECT rule, target, unit, scope FROM notice WHERE rule IS NOT NULL
            UNION SELECT rule, target, unit, scope FROM withholding)
        SELECT * FROM known
        WHERE instr(rule || '/' || target || '/' || unit || iif(scope = '', '', '/' || scope), ?) > 0
        ORDER BY rule, target, unit, scope
        """
}
