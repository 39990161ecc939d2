/// Progress by growth rate (`sdg-cagr`): how fast a value grew since a base year, held against how fast it had to, or,
/// where no number is to be reached, against growth worth speaking of. See <doc:Progress-by-growth-rate>.
///
/// A class, because of hundreds of assessments hardly any has one.
package final class GrowthProgress: Sendable {
    package let components: GrowthComponents
    /// o: growth per year from the base to the latest value.
    package let observed: Double?
    /// Growth per year from the base to the target; the method's r is the same without its sign.
    package let required: Double?
    /// C: by what the thresholds shrink near a limit; 1 where there is none, or a target.
    package let limitFactor: Double
    /// v: with a target o / r, without one o, both positive where things go the right way. Never clipped.
    package let value: Double?
    package let status: GrowthStatus
    /// -5...5; nil where nothing could be judged.
    package let score: Double?
    /// Why there is no v.
    package let obstacle: GrowthObstacle?

    package init(_ components: GrowthComponents) {
        self.components = components
        let base = components.base.map(\.withoutZero)
        let target = components.target.map(\.withoutZero)
        let direction: Double = components.isMoreBetter ? 1 : -1
        observed = base.flatMap { base in components.current.flatMap { GrowthRate.between(base, $0) } }
        let required = base.flatMap { base in target.flatMap { GrowthRate.between(base, $0) } }
        self.required = required
        limitFactor = target == nil ? GrowthRate.limitFactor(base: base?.value ?? 0, limit: components.limit) : 1
        let sign: Double = base.map { $0.value < 0 } == true ? -1 : 1
        var value = observed.map { sign * direction * $0 }
        if target != nil { value = value.flatMap { v in required.flatMap { $0 == 0 ? nil : v / $0.magnitude } } }
        self.value = value?.isFinite == true ? value : nil
        obstacle = self.value == nil ? Self.obstacle(base, components.current, target) : nil

        if let target, let current = components.current, direction * current.value >= direction * target.value {
            (status, score) = (.targetAchieved, 5)
        } else if let value = self.value {
            let mark =
                target == nil ? GrowthScale.ofGrowth(value, factor: limitFactor) : GrowthScale.ofTarget(value)
            (status, score) = mark
        } else {
            (status, score) = (.notAvailable, nil)
        }
    }

    private static func obstacle(
        _ base: GrowthPoint?, _ current: GrowthPoint?, _ target: GrowthPoint?
    ) -> GrowthObstacle {
        guard let base, let current else { return .noData }
        if current.year <= base.year { return .oneYear }
        if current.value / base.value < 0 { return .changedSign }
        if let target {
            if target.year <= base.year { return .targetBeforeBase }
            if target.value / base.value < 0 { return .targetOfOtherSign }
            if GrowthRate.between(base, target) == 0 { return .targetIsBase }
        }
        return .tooLarge
    }
}

extension GrowthProgress: Hashable {
    package static func == (a: GrowthProgress, b: GrowthProgress) -> Bool {
        a === b || a.components == b.components
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(components) }
}

extension GrowthPoint {
    /// Nothing grows from or to zero, so 0 counts as 0.001.
    fileprivate var withoutZero: GrowthPoint { value == 0 ? GrowthPoint(year, 0.001) : self }
}
