import TestSeeds

@testable import KPICore

/// A target whose figures are reported as they are, with every kind of goal, and the same seen in a mirror: all that was
/// above zero lies below, and what was better is worse.
struct FigureWorld {
    let kind: Kind
    let goal: Goal
    let baseline: Double?
    let aggregate: Aggregate
    let curve: Curve
    let due: String
    let policy: PolicyID
    let reports: [Observation]

    static let units = Samples.tree(["north": "all", "south": "all", "east": "all", "pier": "east"])
    private static let months = ["2021-01", "2021-02", "2021-04", "2021-05", "2021-06"]

    /// Quarters, so that sums are exact in whatever order they are made.
    private static func number(_ random: inout SeededGenerator) -> Double {
        Double(Int.random(in: -80...160, using: &random)) / 4
    }

    init(_ kind: Kind, seed: Int, aggregate: Aggregate? = nil) {
        var random = SeededGenerator(seed: UInt64(seed) &* 37 &+ UInt64(Kind.allCases.firstIndex(of: kind) ?? 0))
        let (a, b) = (Self.number(&random), Self.number(&random))
        let goals: [Goal] = [
            .atLeast(a), .atMost(a), .exactly(a), .between(min(a, b), max(a, b)), .notFalling(periods: 2),
            .notRising(periods: 2),
        ]
        let goal = goals.randomElement(using: &random) ?? .atLeast(a)
        let aggregates: [Aggregate] = [.mean, .median, .min, .max, .worst, .weightedMean(["north": 1, "pier": 3])]
        let curves: [Curve] = [
            .linear(.days), .sCurve, .steps([.init(day("2021-03-31"), 0.5), .init(day("2021-06-30"), 1)]),
            .steps([.init(day("2021-06-30"), 1)]),
        ]
        self.kind = kind
        self.goal = goal
        self.aggregate = aggregate ?? aggregates.randomElement(using: &random) ?? .mean
        baseline = Int.random(in: 0..<6, using: &random) == 0 ? nil : [0, a, b].randomElement(using: &random) ?? 0
        curve = curves.randomElement(using: &random) ?? .sCurve
        due = "2021-06-30"
        policy = Self.policies.randomElement(using: &random)?.id ?? "threshold"
        var reports: [Observation] = []
        for unit in ["north", "south", "pier"] as [UnitID] {
            for month in Self.months where Int.random(in: 0..<4, using: &random) > 0 {
                let lower = Self.number(&random)
                // What counts of two bounds is told apart for ranges elsewhere.
                let isExact = goal.isRange || Bool.random(using: &random)
                reports.append(
                    Samples.bounded(
                        from: unit, on: month, Quantity(lower: lower, upper: isExact ? lower : lower + 3), form: .level,
                        at: "2021-01-05T00:00:00Z"))
            }
        }
        self.reports = reports
    }

    /// How far it is on the way, and not what it is of the goal: completion looks otherwise in a mirror.
    static let policies =
        LightTests.policies + [
            LightPolicy(
                id: "way", label: Label("way"), measure: .progress,
                bands: [.init(.onTrack, .atLeast(0.5)), .init(.atRisk, .atLeast(0.25))])
        ]

    func assess(month: String, reports: [Observation]? = nil) -> TargetAssessment {
        Self.assess(target(goal, baseline, aggregate, .increase), reports ?? self.reports, month)
    }

    func assessInAMirror(month: String) -> TargetAssessment {
        let mirrored = reports.map { report in
            Samples.bounded(
                from: report.key.unit, on: report.key.period.description,
                Quantity(lower: report.value?.upper.map { -$0 }, upper: report.value?.lower.map { -$0 }), form: .level,
                at: "2021-01-05T00:00:00Z")
        }
        return Self.assess(target(goal.mirrored, baseline.map { -$0 }, aggregate.mirrored, .decrease), mirrored, month)
    }

    private static func assess(_ target: Target, _ reports: [Observation], _ month: String) -> TargetAssessment {
        Samples.assess(target, reports, asOf: Samples.after(month), units: units, policies: policies)
    }

    private func target(_ goal: Goal, _ baseline: Double?, _ aggregate: Aggregate, _ direction: Direction) -> Target {
        var allocation: [UnitID: Double] = [:]
        if let value = goal.value { allocation = ["north": value, "south": value] }
        return Samples.target(
            kind: kind, goal: goal, baseline: baseline, direction: direction, curve: curve, due: due,
            allocation: allocation, form: .level, aggregate: aggregate, policy: policy)
    }
}

extension Goal {
    fileprivate var isRange: Bool {
        switch self {
        case .exactly, .between: true
        case .atLeast, .atMost, .notFalling, .notRising, .rising, .falling: false
        }
    }

    fileprivate var mirrored: Goal {
        switch self {
        case .atLeast(let value): .atMost(-value)
        case .atMost(let value): .atLeast(-value)
        case .exactly(let value): .exactly(-value)
        case .between(let low, let high): .between(-high, -low)
        case .notFalling(let periods): .notRising(periods: periods)
        case .notRising(let periods): .notFalling(periods: periods)
        case .rising: .falling
        case .falling: .rising
        }
    }
}

extension Aggregate {
    fileprivate var mirrored: Aggregate { self == .min ? .max : self == .max ? .min : self }
}
