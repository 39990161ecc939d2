/// What ends the reading of a CSV text before its end: from there on nobody can say where a row begins.
package enum CSVFlaw: Sendable, Hashable {
    /// A quoted field begins on the line and never ends.
    case unterminatedQuote(line: Int)
    case fieldTooLong(line: Int, limit: Int)
    case recordTooLong(line: Int, limit: Int)
    case tooManyColumns(line: Int, limit: Int)
    case tooManyRecords(line: Int, limit: Int)
}
