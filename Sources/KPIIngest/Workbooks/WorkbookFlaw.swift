/// Why a workbook cannot be read. None of it is read then: what lies behind a flaw cannot be trusted to be what the
/// sender saw.
package enum WorkbookFlaw: Error, Sendable, Hashable {
    /// What the file is instead.
    package enum Kind: Sendable, Hashable {
        /// The format of Excel up to 2003.
        case xls
        case xlsb
        case ods
        /// An archive of something else.
        case other
        /// No archive at all.
        case unknown
    }

    package enum CellMistake: Sendable, Hashable {
        case reference, order, sharedString, format, number
    }

    /// What there is too much of.
    package enum Measure: Sendable, Hashable {
        case entries, entryBytes, totalBytes, ratio, tagBytes, depth, sheets, rows, columns, cells, cellBytes, textBytes
        case sharedStrings, cellFormats, merges, brokenFormulas, relationships
    }

    case otherFormat(Kind)
    case encrypted
    /// The archive's list of contents cannot be read.
    case damagedArchive
    case damagedEntry(String)
    /// Packed in a way that spreadsheets do not use.
    case packing(String)
    case unsafeName(String)
    case nameTwice(String)
    case missingPart(String)
    case malformed(part: String, line: Int, reason: String)
    case doctype(part: String)
    case noSheets
    case cell(String, sheet: String, CellMistake)
    /// `place` names the sheet, cell or part.
    case limit(Measure, Int, place: String)
}
