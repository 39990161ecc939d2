import KPICore

/// Chooses the rows of one series and gathers their values.
struct OpenSDGSelection {
    /// A column, and what its cells must say.
    private var wanted: [(column: Int, text: String)] = []
    private var year = 0
    private var value = 0
    private var values: [Int: Double] = [:]
    private var flaw: OpenSDGFlaw?

    init(_ series: OpenSDGSeries, _ header: [String], _ labels: OpenSDGLabels) {
        func column(_ name: String) -> Int {
            if let column = header.firstIndex(of: name) { return column }
            if flaw == nil { flaw = .noColumn(name) }
            return 0
        }
        year = column("Year")
        // A value made for the assessment, such as the distance from parity, stands in a column of its own.
        value = header.firstIndex(of: "Progress") ?? column("Value")
        // Settings may name a text by its key, as the data do.
        if let name = series.series { wanted.append((column("Series"), labels.text(name))) }
        if let name = series.unit { wanted.append((column("Units"), labels.text(name))) }
        for cell in series.disaggregation {
            wanted.append((column(labels.text(cell.field)), cell.value.map(labels.text) ?? ""))
        }
        if series.disaggregation.isEmpty {
            let others: Set = ["Year", "Value", "GeoCode", "Series", "Units", "Progress"]
            wanted += header.indices.filter { !others.contains(header[$0]) }.map { ($0, "") }
        }
    }

    mutating func take(_ record: CSVRecord, _ labels: OpenSDGLabels) {
        guard flaw == nil, wanted.allSatisfy({ says(record, $0.column, $0.text, labels) }) else { return }
        let written = trimmed(record[value])
        guard !written.isEmpty else { return }
        // "2015/2016", "2015 Q4" and "2014-2016" are years by their first four digits.
        let years = trimmed(record[self.year])
        guard let year = Int(years.prefix(4)), year >= 1000 else {
            flaw = .noYear(line: record.line, years)
            return
        }
        guard let number = Double(written), number.isFinite else {
            flaw = .noNumber(line: record.line, written)
            return
        }
        if let other = values.updateValue(number, forKey: year), other != number {
            flaw = .severalValues(year: year, line: record.line)
        }
    }

    /// An empty cell is told by its length; a string is made only where there is something to compare.
    private func says(_ record: CSVRecord, _ column: Int, _ text: String, _ labels: OpenSDGLabels) -> Bool {
        guard column < record.fields.count, record.fields[column].lower < record.fields[column].upper else {
            return text.isEmpty
        }
        return labels.text(trimmed(record[column])) == text
    }

    var figures: Result<[GrowthPoint], OpenSDGFlaw> {
        if let flaw { return .failure(flaw) }
        return .success(values.sorted { $0.key < $1.key }.map { GrowthPoint($0.key, $0.value) })
    }
}
