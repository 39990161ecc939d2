internal import GRDB
internal import KPICore

/// What of a history is wanted.
struct HistoryChoice {
    /// Nil: of all alerts, and of what is about none.
    let alert: AlertIdentity?
    /// What came about before is left out.
    let since: Instant?

    /// To be put after another condition.
    func conditions(alertIn table: String) -> String {
        let ofAlert = ["rule", "target", "unit", "scope"].map { " AND \(table).\($0) = ?" }.joined()
        return (alert == nil ? "" : ofAlert) + (since == nil ? "" : " AND t.at >= ?")
    }

    var arguments: StatementArguments {
        let alert: StatementArguments = alert.map { AlertRow.identity($0) } ?? []
        return alert + (since.map { [$0.stored] } ?? [])
    }
}
