import KPICore

/// What is known of a target with one unit besides a figure that is looked at: one figure a period, in order.
struct PastSeries {
    struct Entry {
        let period: Period
        let form: Form
        let value: Quantity?
        let numerator: Double?
        let denominator: Double?

        /// The number that is charted: of a ratio, what its parts make.
        var figure: Double? {
            if let numerator, let denominator, denominator > 0 { return numerator / denominator }
            return value?.lower
        }
    }

    let entries: [Entry]
    /// What the entries before each place add up to, those that are no figure of their period alone aside: a file may
    /// hold years of days, and each of them is held against all before it.
    private let sums: [Double]

    /// Of the figures that count in the ledger, and those of a stretch of the file that is looked at: where both have a
    /// period the file's is the later word.
    init(_ known: [Entry], _ sent: SentFigures, _ stretch: Range<Int>) {
        entries = Self.merged(known, Self.latest(sent, stretch))
        var sums = [0.0]
        sums.reserveCapacity(entries.count + 1)
        for entry in entries {
            sums.append(sums[sums.count - 1] + (entry.form == .delta ? entry.value?.lower ?? 0 : 0))
        }
        self.sums = sums
    }

    /// By period the file's last word; without a figure where that takes it back.
    private static func latest(_ sent: SentFigures, _ stretch: Range<Int>) -> [(period: Period, entry: Entry?)] {
        var latest: [(period: Period, entry: Entry?)] = []
        for place in sent.order[stretch] where sent.isTaken(Int(place)) {
            let period = sent.readings.period(at: Int(place))
            let reading = sent.readings[Int(place)]
            if latest.last?.period == period { latest.removeLast() }
            latest.append((period, reading.isRetraction ? nil : Entry(reading, on: period)))
        }
        return latest
    }

    private static func merged(_ known: [Entry], _ sent: [(period: Period, entry: Entry?)]) -> [Entry] {
        var merged: [Entry] = []
        merged.reserveCapacity(known.count + sent.count)
        var place = 0
        for (period, entry) in sent {
            while place < known.count, known[place].period < period {
                merged.append(known[place])
                place += 1
            }
            if place < known.count, known[place].period == period { place += 1 }
            if let entry { merged.append(entry) }
        }
        return merged + known[place...]
    }

    /// Before a period and within a window.
    func before(_ period: Period, in window: DateRange) -> ArraySlice<Entry> {
        entries[places(before: period, in: window)]
    }

    /// What the periods before one, within a window, add up to.
    func sum(before period: Period, in window: DateRange) -> Double {
        let places = places(before: period, in: window)
        return sums[places.upperBound] - sums[places.lowerBound]
    }

    func after(_ period: Period, in window: DateRange) -> ArraySlice<Entry> {
        let first = entries.partitioningIndex { period < $0.period }
        return entries[first..<max(first, entries.partitioningIndex { window.last < $0.period.last })]
    }

    /// The latest figures of the same kind before a period, whatever their year.
    func latest(before period: Period, _ form: Form, atMost count: Int) -> [Double] {
        var figures: [Double] = []
        figures.reserveCapacity(count)
        var place = entries.partitioningIndex { $0.period >= period }
        var found = 0
        while place > 0, found < count {
            place -= 1
            let entry = entries[place]
            guard entry.form == form, entry.period.length == period.length else { continue }
            found += 1
            if let figure = entry.figure { figures.append(figure) }
        }
        figures.reverse()
        return figures
    }

    /// The denominator of the latest period before one.
    func denominator(before period: Period) -> Double? {
        entries[..<entries.partitioningIndex { $0.period >= period }].last { $0.denominator != nil }?.denominator
    }

    private func places(before period: Period, in window: DateRange) -> Range<Int> {
        let end = min(
            entries.partitioningIndex { $0.period >= period },
            entries.partitioningIndex { window.last < $0.period.last })
        return min(end, entries.partitioningIndex { window.first <= $0.period.last })..<end
    }
}

extension PastSeries.Entry {
    init(_ reading: Reading, on period: Period) {
        self.init(
            period: period, form: reading.form, value: reading.value, numerator: reading.numerator,
            denominator: reading.denominator)
    }
}
