internal import GRDB
internal import KPICore

/// Words and periods that come again in row after row are kept once in memory, and read once.
struct KeptWords {
    private var words: [String: String] = [:]
    private var periods: [String: Period] = [:]

    mutating func kept(_ word: String) -> String {
        if word.utf8.count < 16 { return word }  // held in place, without an allocation
        if let known = words[word] { return known }
        words[word] = word
        return word
    }

    mutating func period(_ reader: inout RowReader) throws -> Period {
        let text = try reader.text()
        if let known = periods[text] { return known }
        guard let period = Period(text) else { throw reader.unreadable(text) }
        periods[text] = period
        return period
    }

    /// Target, unit, period and part, which stand in this order wherever they stand.
    mutating func key(_ reader: inout RowReader) throws -> Observation.Key {
        let target = TargetID(kept(try reader.text()))
        let unit = UnitID(kept(try reader.text()))
        let period = try period(&reader)
        return Observation.Key(
            target: target, unit: unit, period: period, disaggregation: kept(try reader.text()))
    }
}
