/// How numbers become a light. "On track" is a policy, not a fact: each is named, and each target names its own.
package struct LightPolicy: Sendable, Hashable {
    /// The number that a policy looks at.
    package enum Measure: String, Sendable, CaseIterable {
        case paceRatio = "pace_ratio"
        case paceRatioPeriods = "pace_ratio_periods"
        case gapPoints = "gap_pp"
        case progress
        case completion
        /// Whether the goal holds, and nothing else.
        case held
    }

    package enum Bound: Sendable, Hashable {
        case atLeast(Double)
        case above(Double)
        case atMost(Double)
        case below(Double)

        /// Compared with the tolerance of goals: 0.95 reached by a sum of fractions is reached.
        package func holds(_ value: Double) -> Bool {
            switch self {
            case .atLeast(let bound): value >= bound - Goal.tolerance
            case .above(let bound): value > bound + Goal.tolerance
            case .atMost(let bound): value <= bound + Goal.tolerance
            case .below(let bound): value < bound - Goal.tolerance
            }
        }
    }

    package struct Band: Sendable, Hashable {
        package let light: Light
        package let bound: Bound

        package init(_ light: Light, _ bound: Bound) {
            (self.light, self.bound) = (light, bound)
        }
    }

    package let id: PolicyID
    package let label: Label
    package let measure: Measure
    /// The first that holds gives the light.
    package let bands: [Band]
    /// The light where no band holds.
    package let otherwise: Light

    package init(id: PolicyID, label: Label, measure: Measure, bands: [Band], otherwise: Light = .offTrack) {
        self.id = id
        self.label = label
        self.measure = measure
        self.bands = bands
        self.otherwise = otherwise
    }
}
