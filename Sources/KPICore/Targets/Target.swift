package import Diagnostics

/// Something an organisation has promised, for one window of time: an edition of the target, where it lives over years
/// under one id.
///
/// A class, so that a subject can point to its target instead of copying all of it.
package final class Target: Sendable {
    /// A heading under which targets stand together.
    package struct Section: Sendable, Hashable {
        package let id: String
        package let label: Label

        package init(id: String, label: Label) {
            (self.id, self.label) = (id, label)
        }
    }

    package let id: TargetID
    package let label: Label
    /// The heading it stands under.
    package let section: Section
    package let kind: Kind
    /// What the value counts, such as 人 or %, as reports must state it.
    package let unitOfMeasure: String
    package let direction: Direction
    /// The value from which progress counts. Nil: unknown, and then there is no progress and no pace.
    package let baseline: Double?
    package let goal: Goal
    /// The days whose figures count. What is judged never lies after the last of them.
    package let window: DateRange
    /// How the way is planned, from the window's first day to the day on which the goal is due.
    package let plan: PlanCurve
    /// Each unit's own goal. A unit without one has a value and no light.
    package let allocation: [UnitID: Double]
    package let frequency: Frequency
    package let deadline: Deadline
    /// What a reported figure stands for where the report does not say.
    package let form: Form
    /// Whether figures of the periods in the window add up; otherwise each period stands for itself.
    package let accumulates: Bool
    /// What a cumulative figure already held when the window began.
    package let openingStock: OpeningStock
    package let source: Source
    /// What it consists of, for milestones, checklists, coverage and cadences.
    package let composition: Composition?
    /// How units become their parents.
    package let aggregate: Aggregate
    /// The units that are expected to report.
    package let reporters: [UnitID]
    /// Those among them that need not report for a while.
    package let exemptions: [Exemption]
    package let policy: PolicyID
    /// Judged by the rate at which its value grows, and not by a policy.
    package let growth: GrowthTerms?
    package let owners: [String]
    /// A failure caps the grade of everything (一票否决).
    package let isVeto: Bool
    /// A figure above 0 counts without evidence, and a finding asks for it.
    package let wantsEvidence: Bool
    /// Whether figures count of which part is only planned (实际数+计划数). Otherwise they are kept and shown, and count for
    /// nothing.
    package let countsPlanned: Bool
    /// How many places there are, for a rank.
    package let outOf: Int?
    package let weight: Double
    /// Words of the organisation's own, for rules to choose by.
    package let tags: [String]
    /// The names of fields that nobody has confirmed.
    package let assumed: [String]
    /// The sentence that the target was read from.
    package let sourceText: String
    /// Ids under which it was known before: what was told of them was told of it.
    package let formerly: [TargetID]
    /// For which judged days it is the version that counts; nil for all of its window.
    package let validity: Validity?
    /// Where it is written.
    package let place: Place?
    /// The edition before it; nil for the first, and for one that no catalog holds yet.
    package let predecessor: Target?

    /// Judged day by day, as things stand, instead of at the end of a period.
    package var isLive: Bool {
        if case .register(let measure) = source { measure.isLive } else { false }
    }

    /// Counted from a register.
    package var isCounted: Bool {
        if case .register = source { true } else { false }
    }

    /// The day on which the goal is due.
    package var due: LocalDate { plan.range.last }

    package init(
        id: TargetID, label: Label, section: Section = Section(id: "", label: Label("")), kind: Kind,
        unitOfMeasure: String = "",
        direction: Direction = .increase, baseline: Double? = 0, goal: Goal, window: DateRange,
        plan: PlanCurve, allocation: [UnitID: Double] = [:], frequency: Frequency, deadline: Deadline,
        form: Form = .delta, accumulates: Bool = true, openingStock: OpeningStock = .known(0),
        source: Source = .reports,
        composition: Composition? = nil, aggregate: Aggregate? = nil, reporters: [UnitID] = [],
        exemptions: [Exemption] = [], policy: PolicyID, growth: GrowthTerms? = nil, owners: [String] = [],
        isVeto: Bool = false, wantsEvidence: Bool = false, countsPlanned: Bool = false, outOf: Int? = nil,
        weight: Double = 1, tags: [String] = [],
        assumed: [String] = [],
        sourceText: String = "", formerly: [TargetID] = [], validity: Validity? = nil, place: Place? = nil
    ) {
        self.id = id
        self.label = label
        self.section = section
        self.kind = kind
        self.unitOfMeasure = unitOfMeasure
        self.direction = direction
        self.baseline = baseline
        self.goal = goal
        self.window = window
        self.plan = plan
        self.allocation = allocation
        self.frequency = frequency
        self.deadline = deadline
        self.form = form
        self.accumulates = accumulates
        self.openingStock = openingStock
        self.source = source
        self.composition = composition
        self.aggregate = aggregate ?? Self.aggregate(of: kind)
        self.reporters = reporters
        self.exemptions = exemptions
        self.policy = policy
        self.growth = growth
        self.owners = owners
        self.isVeto = isVeto
        self.wantsEvidence = wantsEvidence
        self.countsPlanned = countsPlanned
        self.outOf = outOf
        self.weight = weight
        self.tags = tags
        self.assumed = assumed
        self.sourceText = sourceText
        self.formerly = formerly
        self.validity = validity
        self.place = place
        predecessor = nil
    }

    /// The same in its place among its editions: under the name that all of them go by, after another, and as the
    /// version that it is.
    init(_ written: Target, id: TargetID, after predecessor: Target?, validity: Validity?) {
        self.id = id
        self.predecessor = predecessor
        self.validity = validity
        label = written.label
        section = written.section
        kind = written.kind
        unitOfMeasure = written.unitOfMeasure
        direction = written.direction
        baseline = written.baseline
        goal = written.goal
        window = written.window
        plan = written.plan
        allocation = written.allocation
        frequency = written.frequency
        deadline = written.deadline
        form = written.form
        accumulates = written.accumulates
        openingStock = written.openingStock
        source = written.source
        composition = written.composition
        aggregate = written.aggregate
        reporters = written.reporters
        exemptions = written.exemptions
        policy = written.policy
        growth = written.growth
        owners = written.owners
        isVeto = written.isVeto
        wantsEvidence = written.wantsEvidence
        countsPlanned = written.countsPlanned
        outOf = written.outOf
        weight = written.weight
        tags = written.tags
        assumed = written.assumed
        sourceText = written.sourceText
        formerly = written.formerly
        place = written.place
    }

    /// How units become one where the target does not say.
    private static func aggregate(of kind: Kind) -> Aggregate {
        if kind.isShare { return .pooled }
        return kind == .rank ? .worst : .sum
    }
}
