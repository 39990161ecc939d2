/// How much of a workbook is looked at. Whoever made the file chose every number in it, so each is bounded here, and
/// what lies beyond a bound is told, never half read.
package struct WorkbookLimits: Sendable, Hashable {
    /// Files in the archive.
    package var entries = 10_000
    /// Of one entry, counted while it is inflated.
    package var entryBytes = 256 << 20
    /// Of all entries that are read.
    package var totalBytes = 512 << 20
    /// How many times an entry may grow. Sheets grow ten to a hundred times; deflate can reach a thousand.
    package var ratio = 250
    /// Up to here an entry may grow as it likes: small files of repetitions are harmless.
    package var ratioFreeBytes = 4 << 20
    /// Of one tag, comment or instruction; expat reads an unfinished one again with every chunk.
    package var tagBytes = 1 << 20
    package var depth = 64
    package var sheets = 500
    package var rows = CellReference.lastRow
    package var columns = 1000
    /// Of all sheets.
    package var cells = 10_000_000
    package var cellBytes = 64 << 10
    /// Of all sheets together, as comma-separated text.
    package var textBytes = 128 << 20
    package var sharedStrings = 4_000_000
    package var sharedBytes = 64 << 20
    package var cellFormats = 100_000
    /// Of one sheet.
    package var merges = 200_000
    /// Rows of one sheet with formulas without a usable result. Where there are more, nothing in it was ever computed.
    package var brokenFormulas = 10_000

    package init() {}
}
