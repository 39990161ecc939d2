// What cumulative figures go on from, over the turn of a year.

extension ReportedMeasure {
    /// What a unit's cumulative figures held when the window began; nil where that is not known.
    func openingStock(of series: ReportSeries) -> Quantity? {
        switch target.openingStock {
        case .known(let stock): Quantity(stock)
        case .carried: target.predecessor.flatMap { ReportedMeasure($0, asOf: asOf).closingStock(of: series) }
        }
    }

    /// What they stand at when the window ends: what they held before it, and what it brought.
    private func closingStock(of series: ReportSeries) -> Quantity? {
        var tracks = Tracks(days: [target.window.last], units: 1)
        fill(&tracks, of: 0, from: series)
        guard let opening = openingStock(of: series), let brought = tracks.last(of: 0)?.value else { return nil }
        return opening + brought
    }
}
