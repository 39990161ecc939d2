/// Reads a unit's values out of what it reported, at every judged day in one walk over its figures.
struct ReportedMeasure {
    let target: Target
    let asOf: Instant

    init(_ target: Target, asOf: Instant) {
        (self.target, self.asOf) = (target, asOf)
    }

    /// Puts the unit's value at each day into the tracks; nil where nothing was reported by then.
    func fill(_ tracks: inout Tracks, of unit: Int, from series: ReportSeries) {
        var sum = Sum(isShare: target.kind.isShare, openingStock: openingStock(of: series))
        var day = 0
        var isSilent = true
        func endDay() {
            tracks[unit, day] = sum.measurement
            if !target.accumulates { sum = Sum(isShare: target.kind.isShare, openingStock: openingStock(of: series)) }
            tracks.setSilent(unit, day, isSilent)
            day += 1
            isSilent = true
        }
        for figure in figures(of: series) {
            while day < tracks.days.count, tracks.days[day] < figure.end { endDay() }
            guard day < tracks.days.count else { return }
            guard target.accumulates || isOfPeriod(figure, judgedOn: tracks.days[day]) else { continue }
            sum.take(figure.reading)
            isSilent = false
        }
        while day < tracks.days.count { endDay() }
    }

    /// Where each period stands for itself: whether a figure belongs to the one that is judged on a day.
    private func isOfPeriod(_ figure: Figure, judgedOn day: LocalDate) -> Bool {
        (target.frequency.period ?? figure.period.length).period(containing: day).first <= figure.period.last
    }

    /// A period's figure, and the day from which it counts.
    struct Figure {
        let period: Period
        /// A period that the window cuts off is judged, and so counts, at the window's end.
        let end: LocalDate
        var reading: Reading
    }

    /// One figure for each period of the window, in order: the whole where it is given, else the sum of its parts.
    func figures(of series: ReportSeries) -> [Figure] {
        var figures: [Figure] = []
        figures.reserveCapacity(series.entries.underestimatedCount)
        var lastIsWhole = false
        for entry in series.entries {
            let period = entry.period
            guard target.holds(period),
                let reading = series.figure(of: entry, asOf: asOf, withPlanned: target.countsPlanned)
            else { continue }
            if let last = figures.last, last.period == period {
                if !lastIsWhole { figures[figures.count - 1].reading = last.reading.adding(reading) }
            } else {
                figures.append(Figure(period: period, end: min(period.last, target.window.last), reading: reading))
                lastIsWhole = series.disaggregation(of: entry).isEmpty
            }
        }
        return figures
    }
}

extension ReportedMeasure {
    /// What figures have come to so far.
    private struct Sum {
        let isShare: Bool
        /// What cumulative figures held when the window began; nil where that is not known.
        let openingStock: Quantity?
        private var total: Quantity?
        /// A cumulative figure stands for an amount that cannot be told.
        private var isUnknown = false
        /// Of the deltas of a share.
        private var numerator = 0.0
        private var denominator = 0.0
        private var last: Reading?

        init(isShare: Bool, openingStock: Quantity?) {
            (self.isShare, self.openingStock) = (isShare, openingStock)
        }

        mutating func take(_ figure: Reading) {
            last = figure
            guard !isShare else {
                if figure.form == .delta, let top = figure.numerator, let bottom = figure.denominator {
                    numerator += top
                    denominator += bottom
                }
                return
            }
            guard let value = figure.value else { return }
            switch figure.form {
            case .delta: total = (total ?? .zero) + value
            case .cumulative: total = openingStock.map { value - $0 }
            case .level: total = value
            }
            if figure.form != .delta { isUnknown = total == nil }
        }

        /// Deltas add up, and a cumulative figure stands for everything up to its period and starts the sum anew.
        /// Shares pool their deltas over the periods; of levels and cumulative figures the latest counts.
        var measurement: Measurement? {
            guard isShare else { return isUnknown ? nil : total.map { Measurement($0) } }
            guard let last else { return nil }
            if last.form == .delta { return .ratio(numerator, denominator) }
            if let numerator = last.numerator, let denominator = last.denominator {
                return .ratio(numerator, denominator)
            }
            return last.value.map { Measurement($0) }
        }
    }
}

extension Reading {
    /// Two parts of one figure.
    func adding(_ other: Reading) -> Reading {
        func sum(_ a: Double?, _ b: Double?) -> Double? {
            guard let a, let b else { return nil }
            return a + b
        }
        return Reading(
            revision: max(revision, other.revision), submittedAt: max(submittedAt, other.submittedAt), form: form,
            value: value.flatMap { a in other.value.map { a + $0 } },
            numerator: sum(numerator, other.numerator), denominator: sum(denominator, other.denominator),
            isRetraction: false)
    }
}
