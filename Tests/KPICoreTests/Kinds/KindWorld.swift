import TestSeeds

@testable import KPICore

/// A target of some kind as it might be, and what is told of it: in reports or in a register.
struct KindWorld {
    let kind: Kind
    let isReported: Bool
    let target: Target
    let asOf: Instant
    var reports: [Observation]
    var rows: [RegisterRow]
    var random: SeededGenerator

    static let units = Samples.tree(["north": "all", "south": "all", "east": "all", "pier": "east"])
    static let reporters: [UnitID] = ["north", "south", "pier"]
    static let names = ["a", "b", "c"]
    private static let first = day("2021-01-01")

    init(_ kind: Kind, seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed) &* 31 &+ UInt64(Kind.allCases.firstIndex(of: kind) ?? 0))
        isReported = Bool.random(using: &random)
        asOf = Samples.after("2021-0\(Int.random(in: 3...9, using: &random))")
        target = Self.target(kind, isReported: isReported, &random)
        self.kind = kind
        reports = []
        rows = []
        self.random = random
        for _ in 0..<Int.random(in: 6...14, using: &self.random) {
            if isReported { reports.append(report()) } else { rows.append(row(rows.count)) }
        }
    }

    func assess(_ reports: [Observation]? = nil, _ rows: [RegisterRow]? = nil) -> TargetAssessment {
        Samples.assess(
            target, reports ?? self.reports, rows ?? self.rows, asOf: asOf, units: Self.units,
            policies: LightTests.policies, registers: [Samples.deeds])
    }

    private static func target(_ kind: Kind, isReported: Bool, _ random: inout SeededGenerator) -> Target {
        let goal: Goal =
            switch kind {
            case .gate: .atMost(Double(Int.random(in: 0...2, using: &random)))
            case .rank: .atMost(Double(Int.random(in: 5...90, using: &random)))
            case .count: .atLeast(Double(Int.random(in: 5...60, using: &random)))
            case .level:
                Bool.random(using: &random)
                    ? .atMost(Double(Int.random(in: 5...90, using: &random)))
                    : .atLeast(Double(Int.random(in: 20...200, using: &random)))
            default: .atLeast([0.5, 1].randomElement(using: &random) ?? 1)
            }
        let aggregates: [Aggregate?] = kind == .level ? [.sum, .mean, .median, .min, .max, .worst] : [nil]
        let curves: [Curve] = [.linear(.days), .steps([.init(day("2021-05-31"), 0.4), .init(day("2021-10-31"), 1)])]
        return Samples.target(
            kind: kind, goal: goal, baseline: kind == .gate || kind == .cadence ? nil : goal.start(&random),
            direction: goal == .atLeast(goal.value ?? 0) ? .increase : .decrease,
            curve: curves.randomElement(using: &random) ?? .sCurve,
            due: ["2021-10-31", "2021-12-31"].randomElement(using: &random), form: form(of: kind),
            source: isReported ? .reports : source(kind, &random),
            composition: composition(kind, isReported: isReported, &random),
            aggregate: aggregates.randomElement(using: &random) ?? nil, reporters: reporters,
            policy: LightTests.policies.randomElement(using: &random)?.id ?? "threshold")
    }

    private static func form(of kind: Kind) -> Form {
        switch kind {
        case .count, .cadence, .checklist, .coverage: .delta
        case .ratio, .level, .milestone, .gate, .rank: .level
        }
    }

    private static func source(_ kind: Kind, _ random: inout SeededGenerator) -> Source {
        switch kind {
        case .count: Samples.fromDeeds(value: Bool.random(using: &random) ? "amount" : nil)
        case .ratio: Samples.fromDeeds(numerator: "done <= ref", dated: nil)
        case .level:
            Samples.fromDeeds(
                value: "amount", aggregate: [.sum, .mean, .median, .max].randomElement(using: &random) ?? .sum)
        case .rank: Samples.fromDeeds(value: "amount", aggregate: .max)
        case .gate: Samples.fromDeeds(invariant: "done <= on")
        case .cadence: Samples.fromDeeds()
        case .milestone, .checklist, .coverage: Samples.fromDeeds(part: "part")
        }
    }

    private static func composition(
        _ kind: Kind, isReported: Bool, _ random: inout SeededGenerator
    ) -> Composition? {
        switch kind {
        case .milestone:
            .stages(zip(names, ["03-31", "05-31", "10-31"]).map { Samples.stage($0, due: "2021-\($1)", weight: 2) })
        case .checklist where !isReported && Bool.random(using: &random):
            .rows(ItemColumns(due: "due", done: "done", owner: "owner", verifiedBy: "verified"))
        case .checklist: .items(names.map { Item(id: $0, label: Label($0), atLeast: 1.5) })
        case .coverage: .members(.listed(names.map { Members.Member(id: $0, label: Label($0)) }), atLeast: 2)
        case .cadence:
            .periods(isReported ? .quarter : [.month, .quarter].randomElement(using: &random) ?? .month, atLeast: 2)
        default: nil
        }
    }
}

extension KindWorld {
    /// A day up to the one that is judged, so that it counts.
    mutating func date() -> String {
        let judged = Samples.utc.latestDue(.month, by: Samples.deadline, at: asOf).last
        return Self.first.adding(days: Int.random(in: 0...judged.days(since: Self.first), using: &random)).description
    }

    mutating func amount() -> Double { Double(Int.random(in: 0...40, using: &random)) / 10 }

    /// Every figure is of a month and a part of its own, so that no two contradict each other.
    private mutating func report() -> Observation {
        let unit = Self.reporters.randomElement(using: &random) ?? "north"
        let hasParts = [.milestone, .checklist, .coverage].contains(kind)
        let part = hasParts ? Self.names.randomElement(using: &random) ?? "a" : ""
        let month = String(date().prefix(7))
        let bottom = Double(Int.random(in: 4...9, using: &random))
        let top = Double(Int.random(in: 0...3, using: &random))
        let key = Observation.Key(target: "visits", unit: unit, period: period(month), disaggregation: part)
        let known = reports.filter { $0.key == key }.count
        return Samples.report(
            from: unit, on: month, kind == .ratio ? nil : amount(), part: part, form: target.form,
            of: kind == .ratio ? (top, bottom) : nil, revision: known + 1, at: "2021-01-0\(min(known + 1, 9))T00:00:00Z"
        )
    }

    private mutating func row(_ number: Int) -> RegisterRow {
        Samples.deed(
            "\(number)", on: date(), part: Self.names.randomElement(using: &random),
            in: Self.reporters.randomElement(using: &random),
            amount: amount(), due: date(), done: Bool.random(using: &random) ? date() : nil, owner: "Li",
            verified: ["Li", "Wu"].randomElement(using: &random))
    }
}

extension Goal {
    /// Where things might have begun: short of the goal, at it, or beyond it.
    fileprivate func start(_ random: inout SeededGenerator) -> Double {
        let goal = value ?? 0
        return [0, 0, goal / 2, goal, goal * 1.5, goal * 2].randomElement(using: &random) ?? 0
    }
}
