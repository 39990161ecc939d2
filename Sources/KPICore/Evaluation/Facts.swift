/// What is known: the ledger's observations, register rows and acts, as the core reads them.
package struct Facts: Sendable {
    package var reports: ReportBook
    package var registers: RegisterBook
    /// What is odd about the reports.
    package var findings: FindingBook
    /// What operators did; how long an alert was left unacknowledged is judged by it.
    package var acts = ActBook()

    /// - Parameter names: those of the catalog that the facts are judged by.
    package init(_ names: FormerNames = FormerNames()) {
        reports = ReportBook(names)
        registers = RegisterBook(names)
        findings = FindingBook(names)
    }
}
