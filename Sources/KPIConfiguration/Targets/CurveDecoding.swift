import Diagnostics
import KPICore

/// A curve as it is written; some need the due day to mean something.
enum CurveText {
    case curve(Curve)
    /// Everything on the due day.
    case step
    /// One weight for each period of a length that is told by their number.
    case weights([Double])
}

extension Shape where Value == CurveText {
    /// `linear`, `s_curve`, `step`, or a mapping with one key: `linear: working_days`, `weights: [1, 1, 2]`,
    /// `weights: {quarterly: [1, 2, 2, 1]}`, `steps: {2021-05-30: 100%}`, `table: {2021-06-30: 40%, …}`.
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

extension Shape where Value == [Curve.Point] {
    fileprivate static var points: Shape {
        Shape<[Pair<LocalDate, Double>]>.mapping(from: .day, to: .share)
            .map { pairs in pairs.map { Curve.Point($0.key, $0.value) } }
    }
}

extension CurveText {
    /// The curve over the days of a plan. Weights without a length are those of months where their number fits the
    /// months, and of the target's own periods otherwise.
    func curve(over range: DateRange, pace: PeriodLength) -> Curve {
        switch self {
        case .curve(let curve): curve
        case .step: .steps([Curve.Point(range.last, 1)])
        case .weights(let weights):
            .weights(PeriodLength.month.periods(in: range).count == weights.count ? .month : pace, weights)
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
