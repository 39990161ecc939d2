/// What is known: the ledger's observations and register rows, as the core reads them.
package struct Facts: Sendable {
    package var reports = ReportBook()
    package var registers = RegisterBook()

    package init() {}
}
