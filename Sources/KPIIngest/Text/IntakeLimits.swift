/// How much of a file is looked at. Whatever lies beyond a limit is told, never half read.
package struct IntakeLimits: Sendable, Hashable {
    package var fileBytes: Int
    /// Of one record, with its line breaks.
    package var recordBytes: Int
    package var fieldBytes: Int
    package var columns: Int
    package var records: Int
    /// Findings that are listed one by one; the rest are counted.
    package var findings: Int

    package init(
        fileBytes: Int = 256 << 20, recordBytes: Int = 1 << 20, fieldBytes: Int = 64 << 10, columns: Int = 1000,
        records: Int = 2_000_000, findings: Int = 10_000
    ) {
        self.fileBytes = fileBytes
        self.recordBytes = recordBytes
        self.fieldBytes = fieldBytes
        self.columns = columns
        self.records = records
        self.findings = findings
    }
}
