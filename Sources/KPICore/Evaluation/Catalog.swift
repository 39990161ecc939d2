/// Everything the configuration says, checked and ready to judge by.
package struct Catalog: Sendable {
    package let organisation: Label
    package let timetable: Timetable
    package let units: UnitTree
    /// In the order in which they are shown: by file, then as written.
    package let targets: [Target]
    package let policies: [PolicyID: LightPolicy]
    package let rules: [Rule]
    package let registers: [RegisterID: RegisterSchema]
    /// The frequency and deadline of targets that have none of their own; its judged day is the document's.
    package let reporting: Reporting

    package struct Reporting: Sendable, Hashable {
        package let period: PeriodLength
        package let deadline: Deadline
        /// How many working days before a deadline a report counts as due soon.
        package let dueSoon: Int

        package init(period: PeriodLength, deadline: Deadline, dueSoon: Int) {
            (self.period, self.deadline, self.dueSoon) = (period, deadline, dueSoon)
        }
    }

    package init(
        organisation: Label, timetable: Timetable, units: UnitTree, targets: [Target],
        policies: [PolicyID: LightPolicy], rules: [Rule], registers: [RegisterID: RegisterSchema],
        reporting: Reporting
    ) {
        self.organisation = organisation
        self.timetable = timetable
        self.units = units
        self.targets = targets
        self.policies = policies
        self.rules = rules
        self.registers = registers
        self.reporting = reporting
        targetIndex = Dictionary(uniqueKeysWithValues: targets.enumerated().map { ($1.id, $0) })
    }

    private let targetIndex: [TargetID: Int]

    package func index(of target: TargetID) -> Int? { targetIndex[target] }

    package subscript(target: TargetID) -> Target? { targetIndex[target].map { targets[$0] } }
}
