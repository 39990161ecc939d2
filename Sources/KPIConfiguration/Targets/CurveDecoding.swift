import Diagnostics
import KPICore
import YAML

/// A curve as it is written; some need the due day to mean something.
enum CurveText {
    case curve(Curve)
    /// Everything on the due day.
    case step
    /// One weight for each period of a length that is told by their number.
    case weights([Double])
    /// For each past year the amounts of its periods, of a length that is told by their number.
    case history([[Double]])
}

extension Shape where Value == CurveText {
    /// `linear`, `s_curve`, `step`, or a mapping with one key: `linear: working_days`, `weights: [1, 1, 2]`,
    /// `weights: {quarterly: [1, 2, 2, 1]}`, `steps: {2021-05-30: 100%}`, `table: {2021-06-30: 40%, …}`,
    /// `history: {2019: [3, 4, 5, 8], 2020: [2, 5, 5, 9]}`.
    static var curve: Shape {
        Shape("a curve: linear, s_curve, step, or a mapping") { field in
            if field.isScalar {
                return Shape.word([
                    "linear": .curve(.linear(.days)), "s_curve": .curve(.sCurve), "step": .step,
                ]).read(field)
            }
            return Shape.mapping("a curve") { curve in
                let given: [CurveText] = [
                    curve.optional("linear", .word(Curve.Elapsed.self)).map { .curve(.linear($0)) },
                    curve.optional("weights", .weights),
                    curve.optional("steps", .points).map { .curve(.steps($0)) },
                    curve.optional("table", .points).map { .curve(.table($0)) },
                    curve.optional("history", .history).map { .history($0) },
                ].compactMap { $0 }
                if given.count > 1 {
                    curve.collector.report("bad-curve", "the curve says two things", at: curve.node.place)
                }
                return given.first
            }.read(field)
        }
    }

    fileprivate static var weights: Shape {
        Shape("weights such as [1, 2, 1]") { field in
            if case .sequence = field.node.kind {
                return Shape<[Double]>.list(of: .number).read(field).map { .weights($0) }
            }
            let pairs = Shape<[Pair<PeriodLength, [Double]>]>.mapping(from: .periodLength, to: .list(of: .number))
            guard let only = pairs.read(field)?.first else { return nil }
            return .curve(.weights(only.key, only.value))
        }
    }
}

extension Shape where Value == [[Double]] {
    /// Years with the amounts of their periods, as many in each.
    fileprivate static var history: Shape {
        let wanted = "years with their amounts, such as {2019: [3, 4, 5, 8]}"
        return Shape(wanted) { field in
            let mistakes = field.collector.diagnostics.count
            let amounts = Shape<[Double]>.list(of: .number.within(0...))
            let shape = Shape<[Pair<Int, Located<[Double]>>]>.mapping(from: .year, to: .located(amounts))
            let years = shape.read(field)
            guard let years, let first = years.first else {
                return years == nil ? nil : field.refuse("bad-value", "\(field.name) names no year")
            }
            // What could not be read is missing, and says nothing of the rest.
            for year in years where field.collector.diagnostics.count == mistakes {
                if year.value.value.count != first.value.value.count {
                    field.collector.report(
                        "bad-curve",
                        "\(year.key) has \(year.value.value.count) amounts, and \(first.key) has \(first.value.value.count)",
                        at: year.value.place)
                } else if year.value.value.reduce(0, +) == 0 {
                    field.collector.report("bad-curve", "\(year.key) brought nothing", at: year.value.place)
                }
            }
            return field.collector.diagnostics.count == mistakes ? years.map(\.value.value) : nil
        }
    }
}

extension Shape where Value == [Curve.Point] {
    fileprivate static var points: Shape {
        Shape<[Pair<LocalDate, Double>]>.mapping(from: .day, to: .share)
            .map { pairs in pairs.map { Curve.Point($0.key, $0.value) } }
    }
}

extension CurveText {
    /// The curve over the days of a plan. Weights and amounts without a length are those of the periods whose number is
    /// theirs: months, the target's own, or others.
    func curve(over range: DateRange, pace: PeriodLength) -> Curve {
        func length(_ count: Int) -> PeriodLength {
            [.month, pace, .quarter, .half, .week].first { $0.periods(in: range).count == count } ?? pace
        }
        return switch self {
        case .curve(let curve): curve
        case .step: .steps([Curve.Point(range.last, 1)])
        case .weights(let weights): .weights(length(weights.count), weights)
        case .history(let years): .history(length(years.first?.count ?? 0), years)
        }
    }
}

extension PlanCurve.Flaw {
    /// What is wrong, in words.
    var message: String {
        switch self {
        case .weightCount(let given, let wanted): "\(given) weights for \(wanted) periods"
        case .negativeWeight(let weight): "the weight \(weight) is negative"
        case .noWeight: "all weights are zero"
        case .outside(let date): "\(date) lies outside the plan"
        case .falling(let date): "dates and shares must rise, and \(date) does not"
        case .endsShort(let share): "the plan ends at \(Decimal.text(share * 100, digits: 1))%, not at 100%"
        case .noWorkingDay: "there is no working day in the plan"
        }
    }
}
