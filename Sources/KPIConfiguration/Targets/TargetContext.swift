import KPICore

/// What targets refer to, read before them.
struct TargetContext {
    let units: UnitTree
    let registers: [RegisterID: RegisterSchema]
    /// Nil where the files they would be in cannot be read.
    let policies: [PolicyID: LightPolicy]?
    let reporting: Catalog.Reporting
    let timetable: Timetable
}
