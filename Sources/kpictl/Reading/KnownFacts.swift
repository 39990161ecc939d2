import KPIConfiguration
import KPICore
import KPIStore

/// What kpid knows already, for commands that judge a file as it would.
enum KnownFacts {
    /// Nothing where there is no ledger yet; what keeps one from being read is told.
    static func read(_ state: StatePath, _ catalog: Catalog) throws -> Facts {
        if case .absent = state.ledgerAccess { return Facts(catalog.formerNames) }
        let file = try LedgerFile(state)
        do {
            return try file.ledger.load(registers: catalog.registers.values, names: catalog.formerNames).facts
        } catch {
            throw LedgerFile.failure(error, state)
        }
    }
}
