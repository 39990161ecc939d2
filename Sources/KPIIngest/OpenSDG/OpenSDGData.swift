package import KPICore

/// The data of an indicator as Open SDG keeps them: a wide CSV file with a row for each year and group.
///
/// `Year` and `Value` are always there. `Series`, `Units`, `GeoCode` and `Progress` have a meaning; every other column
/// says of which group a row is.
package enum OpenSDGData {
    /// For each of the series chosen a value for each year, in the order of years, or why there is none.
    package static func figures(
        _ bytes: [UInt8], of chosen: [OpenSDGSeries], labels: OpenSDGLabels = OpenSDGLabels()
    ) -> [Result<[GrowthPoint], OpenSDGFlaw>] {
        let text: [UInt8]
        do throws(TextDecoding.Flaw) {
            text = try TextDecoding.decode(bytes).bytes
        } catch {
            return chosen.map { _ in .failure(.undecodable) }
        }
        var reader = CSVReader(text)
        var record = reader.makeRecord()
        guard reader.next(into: &record) else { return chosen.map { _ in .failure(.noHeader) } }
        let header = record.texts.map { labels.text(trimmed($0)) }
        var selections = chosen.map { OpenSDGSelection($0, header, labels) }
        while reader.next(into: &record) {
            if record.isBlank { continue }
            for index in selections.indices { selections[index].take(record, labels) }
        }
        return selections.map { selection in
            if let flaw = reader.flaw { return .failure(.broken(flaw)) }
            return selection.figures
        }
    }
}
