/// Why the figures of a series could not be taken from an indicator's data.
package enum OpenSDGFlaw: Error, Hashable {
    case undecodable
    case noHeader
    case broken(CSVFlaw)
    case noColumn(String)
    case noYear(line: Int, String)
    case noNumber(line: Int, String)
    /// The rows that were chosen have different values for one year: the settings choose too little.
    case severalValues(year: Int, line: Int)
}

extension OpenSDGFlaw: CustomStringConvertible {
    package var description: String {
        switch self {
        case .undecodable: "the data are no text in a known encoding"
        case .noHeader: "the data have no header"
        case .broken(let flaw): "the data cannot be read to their end: \(flaw)"
        case .noColumn(let name): "the data have no column '\(name)'"
        case .noYear(let line, let text): "line \(line): '\(text)' does not begin with a year"
        case .noNumber(let line, let text): "line \(line): '\(text)' is no number"
        case .severalValues(let year, let line):
            "line \(line): a second value for \(year); the settings choose too little"
        }
    }
}
