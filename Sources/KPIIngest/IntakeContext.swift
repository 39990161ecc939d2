package import KPICore

/// What the intake has to know of the organisation to judge a row: the part of a ``Catalog`` that it uses.
package struct IntakeContext: Sendable {
    package let units: UnitTree
    package let targets: [Target]
    package let registers: [RegisterID: RegisterSchema]
    package let timetable: Timetable

    package init(
        units: UnitTree, targets: [Target], registers: [RegisterID: RegisterSchema] = [:], timetable: Timetable
    ) {
        self.units = units
        self.targets = targets
        self.registers = registers
        self.timetable = timetable
    }

    package init(_ catalog: Catalog) {
        self.init(
            units: catalog.units, targets: catalog.targets, registers: catalog.registers,
            timetable: catalog.timetable)
    }
}
