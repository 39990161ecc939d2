package import KPICore
import KPIStore
import Logging

/// What became of a file that was handed over.
package struct Acceptance: Sendable {
    /// As it lies beside the file, in JSON.
    package let receipt: String
    /// It brought something that was not known.
    package let isNew: Bool
    /// Nothing of it could be taken.
    package let isRefused: Bool
}

extension Engine {
    /// The unit that goes by a name.
    package func unit(named name: String) -> UnitID? {
        edition.catalog.units.index(named: name).map { edition.catalog.units.units[$0].id }
    }

    /// Takes a file that came by another way than the inbox. When this returns it is in the ledger and on the disk; the
    /// same file again changes nothing.
    package func accept(_ file: IncomingFile) throws -> Acceptance {
        let intake = parts.decode(file, edition.catalog, facts)
        let recorded = try record(intake)
        let isRefused = intake.rowCount == 0
        let new = recorded.isRepetition ? 0 : recorded.intake.added
        let receipt = parts.receipt(intake, new, max(0, intake.rowCount - new), edition.catalog)
        try archive.keep(
            file, sha256: intake.sha256, in: isRefused ? .quarantine : .accepted, receipt: receipt)
        logger.info(
            "\(file.name): \(new) new rows, \(intake.rowCount - new) known, \(intake.refused) refused",
            metadata: ["file": "\(file.name)"])
        tick(at: file.receivedAt)
        return Acceptance(receipt: receipt, isNew: !recorded.isRepetition, isRefused: isRefused)
    }
}
