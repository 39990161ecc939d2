import KPICore

/// The file that rows are read from.
struct SheetOrigin {
    let file: String
    let sha256: String
    let receivedAt: Instant
    /// Whose it is: then it may speak of that unit alone, and of those below it.
    var reporter: UnitID?

    func at(line: Int) -> Observation.Origin {
        Observation.Origin(file: file, line: line, sha256: sha256)
    }
}
