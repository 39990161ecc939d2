/// What is known: the ledger's observations and register rows, as the core reads them.
package struct Facts: Sendable {
    package var reports: ReportBook
    package var registers: RegisterBook

    /// - Parameter names: those of the catalog that the facts are judged by.
    package init(_ names: FormerNames = FormerNames()) {
        reports = ReportBook(names)
        registers = RegisterBook(names)
    }
}
