import Diagnostics
import KPICore
import YAML

extension Shape where Value == Aggregate {
    /// How units come together: a word, or `{weighted_mean: {north: 2, south: 1}}`.
    static func aggregate(in units: UnitTree) -> Shape {
        Shape("a way in which units come together") { field in
            if field.node.scalar?.text == "weighted_mean" {
                return field.refuse(
                    "bad-value", "'weighted_mean' needs weights", label: "write {weighted_mean: {UNIT: WEIGHT, …}}")
            }
            if field.isScalar {
                return Shape.word([
                    "sum": .sum, "pooled": .pooled, "distinct_union": .distinctUnion, "sum_of_last": .sumOfLast,
                    "min": .min, "max": .max, "mean": .mean, "median": .median, "worst": .worst,
                ]).read(field)
            }
            return Shape.mapping("a weighted mean") { mean in
                mean.required("weighted_mean", .weights(in: units)).map { .weightedMean($0) }
            }.read(field)
        }
    }

    /// How the numbers of a register's rows come together.
    static var ofRows: Shape {
        .word(["sum": .sum, "min": .min, "max": .max, "mean": .mean, "median": .median])
    }
}

extension Shape where Value == [UnitID: Double] {
    fileprivate static func weights(in units: UnitTree) -> Shape {
        Shape("units with their weights") { field in
            let mistakes = field.collector.diagnostics.count
            let pairs = Shape<[Pair<Int, Double>]>.mapping(from: .unit(in: units), to: .number.within(0...)).read(field)
            guard let pairs, field.collector.diagnostics.count == mistakes else { return nil }
            var weights: [UnitID: Double] = [:]
            for pair in pairs where weights.updateValue(pair.value, forKey: units.units[pair.key].id) != nil {
                field.collector.report(
                    "duplicate-unit", "'\(units.units[pair.key].id)' has two weights", at: pair.keyPlace)
            }
            if weights.values.allSatisfy({ $0 == 0 }) {
                return field.refuse("bad-value", "all weights are zero", label: "give at least one unit some weight")
            }
            return weights
        }
    }
}

extension Aggregate {
    /// Why a target cannot be brought together in this way; nil where it can.
    func objection(of kind: Kind, countsDistinct: Bool) -> (message: String, wayOut: String)? {
        switch self {
        case .pooled where !kind.isShare:
            ("\(kind.named) has no numerators and denominators to pool", "")
        case .sum, .sumOfLast, .mean, .median:
            if kind.isShare {
                (
                    "the \(word.replacing("_", with: " ")) of shares is no share of the whole",
                    "use pooled, or weighted_mean"
                )
            } else if kind == .rank, self == .sum || self == .sumOfLast {
                ("places cannot be added up", "use worst, min or max")
            } else {
                nil
            }
        case .distinctUnion where !countsDistinct:
            ("there is nothing to tell things apart by", "name a column in 'distinct:' of the register")
        case .pooled, .distinctUnion, .min, .max, .worst, .weightedMean: nil
        }
    }
}
