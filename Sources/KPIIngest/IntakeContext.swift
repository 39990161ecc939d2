package import KPICore

/// What the intake has to know of the organisation to judge a row: the part of a ``Catalog`` that it uses.
package struct IntakeContext: Sendable {
    package let units: UnitTree
    package let lineages: Lineages
    package let registers: [RegisterID: RegisterSchema]
    package let timetable: Timetable
    /// How sheets are read that somebody laid out in their own way; the first that fits counts.
    package let mappings: [SheetMapping]
    /// What is known already, by which new figures are judged.
    package let facts: Facts

    package init(
        units: UnitTree, lineages: Lineages, registers: [RegisterID: RegisterSchema] = [:], timetable: Timetable,
        mappings: [SheetMapping] = [], facts: Facts = Facts()
    ) {
        self.mappings = mappings
        self.facts = facts
        self.units = units
        self.lineages = lineages
        self.registers = registers
        self.timetable = timetable
    }

    package init(_ catalog: Catalog, facts: Facts = Facts()) {
        self.init(
            units: catalog.units, lineages: catalog.lineages, registers: catalog.registers,
            timetable: catalog.timetable, mappings: catalog.mappings, facts: facts)
    }

    /// The same where nothing is known.
    var withoutFacts: IntakeContext {
        IntakeContext(
            units: units, lineages: lineages, registers: registers, timetable: timetable, mappings: mappings)
    }

    /// The edition by which a report on a period is read: the one that holds it, else the latest that had begun, else the
    /// first. Of its versions, the one that counts at the period's end.
    func edition(of lineage: Int, for period: Period?) -> Target {
        let editions = lineages.all[lineage].editions
        func written(_ version: Int) -> Target { lineages.targets[version] }
        guard let first = editions.first?.first else { preconditionFailure("a lineage has an edition") }
        guard let period, editions.count > 1 || editions[0].count > 1 else {
            return written(editions.last?.last ?? first)
        }
        if let version = editions.joined().first(where: { written($0).counts(for: period) }) {
            return written(version)
        }
        return written(editions.last { written($0[0]).window.first <= period.last }?.last ?? first)
    }
}
