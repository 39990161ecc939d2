import KPICore

/// What targets refer to, read before them.
struct TargetContext {
    let units: UnitTree
    let registers: [RegisterID: RegisterSchema]
    let policies: [PolicyID: LightPolicy]
    let reporting: Catalog.Reporting
    let timetable: Timetable
}
