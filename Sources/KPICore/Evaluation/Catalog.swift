/// Everything the configuration says, checked and ready to judge by.
package final class Catalog: Sendable {
    package let organisation: Label
    package let timetable: Timetable
    package let units: UnitTree
    /// Every edition of every target, in the order in which they are written: by file, then by line.
    package let targets: [Target]
    /// Which of them are editions of one target.
    package let lineages: Lineages
    package let policies: [PolicyID: LightPolicy]
    package let rules: [Rule]
    package let registers: [RegisterID: RegisterSchema]
    /// How sheets are read that somebody laid out in their own way; the first that fits counts.
    package let mappings: [SheetMapping]
    /// The frequency and deadline of targets that have none of their own; its judged day is the document's.
    package let reporting: Reporting
    /// What targets and units were called before.
    package let formerNames: FormerNames
    /// What time touches.
    let agenda: Agenda
    /// By target.
    private let reigns: [Reign]
    /// Every edition that takes over from another, by moment.
    private let takeovers: [Takeover]

    /// An edition that becomes the one that is judged.
    struct Takeover: Sendable {
        let at: Instant
        let target: Int
    }

    package struct Reporting: Sendable, Hashable {
        package let period: PeriodLength
        package let deadline: Deadline
        /// How many working days before a deadline a report counts as due soon.
        package let dueSoon: Int

        package init(period: PeriodLength, deadline: Deadline, dueSoon: Int) {
            (self.period, self.deadline, self.dueSoon) = (period, deadline, dueSoon)
        }

        /// The periods in which a target is judged: its own, or these where it has none.
        func rhythm(of target: Target) -> Rhythm {
            target.frequency.period.map { Rhythm(length: $0, deadline: target.deadline) }
                ?? Rhythm(length: period, deadline: deadline)
        }
    }

    /// Targets must be editions in a row; whoever reads them from files has looked for flaws before.
    package init(
        organisation: Label, timetable: Timetable, units: UnitTree, targets: [Target],
        policies: [PolicyID: LightPolicy], rules: [Rule], registers: [RegisterID: RegisterSchema],
        mappings: [SheetMapping] = [], reporting: Reporting
    ) {
        let lineages: Lineages
        switch Lineages.build(targets) {
        case .success(let found): lineages = found
        case .failure(let failure): preconditionFailure("targets are editions in a row: \(failure.flaws)")
        }
        self.organisation = organisation
        self.timetable = timetable
        self.units = units
        self.targets = lineages.targets
        self.lineages = lineages
        self.policies = policies
        self.rules = rules
        self.registers = registers
        self.mappings = mappings
        self.reporting = reporting
        formerNames = FormerNames(targets: lineages.formerly, units: units.formerly, registers: registers)
        agenda = Agenda(lineages.targets, reporting, timetable)
        let all = lineages.all.map { lineage in
            lineage.reigns { version in
                let target = lineages.targets[version]
                return timetable.firstJudgement(of: target, reporting.rhythm(of: target))
            }
        }
        let reigns = targets.indices.map { all[lineages.membership[$0]][$0] ?? Reign(from: nil, until: nil) }
        self.reigns = reigns
        takeovers = reigns.enumerated().compactMap { target, reign in
            guard reign.closes != nil, let at = reign.from else { return nil }
            return Takeover(at: at, target: target)
        }.sorted { ($0.at, $0.target) < ($1.at, $1.target) }
    }

    /// When the periods are due in which a target is judged.
    func deadlines(of target: Target) -> DueTable { agenda.table(of: reporting.rhythm(of: target), timetable) }

    /// The latest edition of a target.
    package func index(of target: TargetID) -> Int? {
        lineages.index(of: target).flatMap { lineages.all[$0].editions.last?.last }
    }

    /// What gives a target its light: its own policy, or the method that it is judged by. Nil where its policy is not known.
    package func policy(of target: Target) -> LightPolicy? {
        target.growth == nil ? policies[target.policy] : .byGrowthRate
    }

    /// The latest edition of a target.
    package subscript(target: TargetID) -> Target? { index(of: target).map { targets[$0] } }

    /// When an alert that recovers is over by itself; nil for others, and where that depends on periods.
    package func resolution(of alert: Alert) -> Instant? {
        guard case .recovering(let recovering) = alert.phase,
            let rule = rules.first(where: { $0.id == alert.identity.rule })
        else { return nil }
        return Lifecycle.resolves(recovering, rule.keepFiringFor, timetable)
    }

    /// The end of the period, among those in which a target is judged, in which one of its judged days lies. One that is
    /// judged day by day has many in each.
    func period(of target: Target, on ref: LocalDate) -> LocalDate {
        target.isLive ? reporting.rhythm(of: target).length.period(containing: ref).last : ref
    }

    func reign(of index: Int) -> Reign { reigns[index] }

    /// Those after one moment and up to another, in order.
    func takeovers(after start: Instant, upTo end: Instant) -> ArraySlice<Takeover> {
        let from = takeovers.partitioningIndex { $0.at > start }
        let to = takeovers.partitioningIndex { $0.at > end }
        return from < to ? takeovers[from..<to] : []
    }
}
