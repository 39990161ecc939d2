internal import GRDB
internal import KPICore

/// Reads the reports of a ledger into what is known, file by file: what is kept of them is far less than what is recorded.
struct ReportLoading {
    private(set) var facts: Facts
    /// See ``LedgerContents/freshReports``.
    private(set) var fresh: [TargetID: Bool] = [:]
    private let evaluated: Int64
    private var decoder = ReadingRow()

    /// - Parameter evaluated: the latest file that an evaluation was committed of.
    init(_ facts: Facts, evaluated: Int64) {
        (self.facts, self.evaluated) = (facts, evaluated)
    }

    mutating func load(_ intakes: [RecordedIntake], from database: Database) throws {
        var rest = intakes[...]
        var batch = ReportBatch()
        var current: Int64?
        let rows = try Row.fetchCursor(
            database, sql: "SELECT \(ReadingRow.columns) FROM observation ORDER BY id")
        while let row = try rows.next() {
            let (intake, key, reading) = try decoder.read(row)
            if let finished = current, finished != intake {
                take(batch, of: finished, &rest)
                batch = ReportBatch()
            }
            current = intake
            batch.add(reading, of: key)
        }
        if let current { take(batch, of: current, &rest) }
        for intake in rest { facts.findings.add(intake.findings, of: intake.file, taken: ReportBatch()) }
    }

    /// - Parameter intakes: those that were not looked at yet, in order.
    private mutating func take(
        _ batch: ReportBatch, of number: Int64, _ intakes: inout ArraySlice<RecordedIntake>
    ) {
        var batch = batch
        batch.settle()
        facts.reports.add(batch)
        if number > evaluated { fresh.merge(batch.corrections) { $0 && $1 } }
        while let intake = intakes.first, intake.id <= number {
            let taken = intake.id == number ? batch : ReportBatch()
            facts.findings.add(intake.findings, of: intake.file, taken: taken)
            intakes.removeFirst()
        }
    }
}
