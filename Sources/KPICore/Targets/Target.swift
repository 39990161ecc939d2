package import Diagnostics

/// Something an organisation has promised, for one window of time.
package struct Target: Sendable {
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
    /// What a cumulative figure already held when the window began.
    package let openingStock: Double
    package let source: Source
    /// The units that are expected to report.
    package let reporters: [UnitID]
    package let policy: PolicyID
    package let owners: [String]
    package let weight: Double
    /// Words of the organisation's own, for rules to choose by.
    package let tags: [String]
    /// The names of fields that nobody has confirmed.
    package let assumed: [String]
    /// The sentence that the target was read from.
    package let sourceText: String
    /// Where it is written.
    package let place: Place?

    /// The day on which the goal is due.
    package var due: LocalDate { plan.range.last }

    package init(
        id: TargetID, label: Label, section: Section = Section(id: "", label: Label("")), kind: Kind,
        unitOfMeasure: String = "",
        direction: Direction = .increase, baseline: Double? = 0, goal: Goal, window: DateRange,
        plan: PlanCurve, allocation: [UnitID: Double] = [:], frequency: Frequency, deadline: Deadline,
        form: Form = .delta, openingStock: Double = 0, source: Source = .reports, reporters: [UnitID] = [],
        policy: PolicyID, owners: [String] = [], weight: Double = 1, tags: [String] = [], assumed: [String] = [],
        sourceText: String = "", place: Place? = nil
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
        self.openingStock = openingStock
        self.source = source
        self.reporters = reporters
        self.policy = policy
        self.owners = owners
        self.weight = weight
        self.tags = tags
        self.assumed = assumed
        self.sourceText = sourceText
        self.place = place
    }
}
