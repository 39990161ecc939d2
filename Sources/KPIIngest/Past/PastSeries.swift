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

    /// `reported` are the figures that count in the ledger, `sent` those of the file that is looked at: where both have a
    /// period the file's is the later word.
    init(reported: [Entry], sent: [Observation]) {
        var byPeriod = Dictionary(reported.map { ($0.period, $0) }) { first, _ in first }
        for observation in sent.sorted(by: { $0.revision < $1.revision }) {
            byPeriod[observation.key.period] = observation.isRetraction ? nil : Entry(observation)
        }
        entries = byPeriod.values.sorted { $0.period < $1.period }
        var sums = [0.0]
        for entry in entries {
            sums.append(sums[sums.count - 1] + (entry.form == .delta ? entry.value?.lower ?? 0 : 0))
        }
        self.sums = sums
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
        let same = entries[..<entries.partitioningIndex { $0.period >= period }].reversed().lazy
            .filter { $0.period.length == period.length && $0.form == form }
        return same.prefix(count).reversed().compactMap(\.figure)
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
    init(_ observation: Observation) {
        self.init(
            period: observation.key.period, form: observation.form, value: observation.value,
            numerator: observation.numerator, denominator: observation.denominator)
    }
}
