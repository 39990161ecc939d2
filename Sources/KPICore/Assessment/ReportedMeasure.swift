/// Reads a unit's value out of what it reported.
struct ReportedMeasure {
    let target: Target
    let asOf: Instant

    /// The value at the end of a day; nil where nothing was reported.
    func measurement(_ series: ReportSeries, at ref: LocalDate) -> Measurement? {
        let figures = figures(of: series, upTo: ref)
        guard !figures.isEmpty else { return nil }
        return target.kind.isShare ? ratio(figures) : count(figures)
    }

    /// One figure for each period of the window, in order: the whole where it is given, else the sum of its parts.
    private func figures(of series: ReportSeries, upTo ref: LocalDate) -> [Reading] {
        var figures: [Reading] = []
        var last: Period?
        var lastIsWhole = false
        for entry in series.entries {
            let period = entry.period
            // A period that the window cuts off is judged, and so counts, at the window's end.
            guard target.window.overlaps(period.range), min(period.last, target.window.last) <= ref,
                let figure = entry.figure(asOf: asOf)
            else { continue }
            if period == last, let sum = figures.popLast() {
                figures.append(lastIsWhole ? sum : sum.adding(figure))
            } else {
                figures.append(figure)
                (last, lastIsWhole) = (period, entry.disaggregation.isEmpty)
            }
        }
        return figures
    }

    /// Deltas add up; a cumulative figure stands for everything up to its period and starts the sum anew.
    private func count(_ figures: [Reading]) -> Measurement? {
        var total: Quantity?
        for figure in figures {
            guard let value = figure.value else { continue }
            switch figure.form {
            case .delta: total = (total ?? .zero) + value
            case .cumulative: total = value - openingStock
            case .level: total = value
            }
        }
        return total.map { Measurement($0) }
    }

    private var openingStock: Double {
        if case .known(let stock) = target.openingStock { stock } else { 0 }
    }

    /// Deltas pool over the periods, levels and cumulative figures are the latest one's.
    private func ratio(_ figures: [Reading]) -> Measurement? {
        guard let last = figures.last else { return nil }
        if last.form == .delta {
            let parts = figures.filter { $0.form == .delta && $0.numerator != nil && $0.denominator != nil }
            return .ratio(
                parts.reduce(0) { $0 + ($1.numerator ?? 0) }, parts.reduce(0) { $0 + ($1.denominator ?? 0) })
        }
        if let numerator = last.numerator, let denominator = last.denominator {
            return .ratio(numerator, denominator)
        }
        return last.value.map { Measurement($0) }
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
