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

    private(set) var entries: [Entry]

    /// `reported` are the figures that count in the ledger, `sent` those of the file that is looked at: where both have a
    /// period the file's is the later word.
    init(reported: [Entry], sent: [Observation]) {
        var byPeriod = Dictionary(reported.map { ($0.period, $0) }) { first, _ in first }
        for observation in sent.sorted(by: { $0.revision < $1.revision }) {
            byPeriod[observation.key.period] = observation.isRetraction ? nil : Entry(observation)
        }
        entries = byPeriod.values.sorted { $0.period < $1.period }
    }

    /// Before a period and within a window.
    func before(_ period: Period, in window: DateRange) -> [Entry] {
        entries.filter { $0.period < period && window.contains($0.period.last) }
    }

    func after(_ period: Period, in window: DateRange) -> [Entry] {
        entries.filter { period < $0.period && window.contains($0.period.last) }
    }

    /// The latest figures of the same kind before a period, whatever their year.
    func latest(before period: Period, _ form: Form, atMost count: Int) -> [Double] {
        entries.filter { $0.period < period && $0.period.length == period.length && $0.form == form }
            .suffix(count).compactMap(\.figure)
    }

    /// The denominator of the latest period before one.
    func denominator(before period: Period) -> Double? {
        entries.last { $0.period < period && $0.denominator != nil }?.denominator
    }
}

extension PastSeries.Entry {
    init(_ observation: Observation) {
        self.init(
            period: observation.key.period, form: observation.form, value: observation.value,
            numerator: observation.numerator, denominator: observation.denominator)
    }
}
