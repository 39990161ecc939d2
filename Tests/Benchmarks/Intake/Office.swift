import CEL
import KPICore

/// A made-up organisation whose units report one count every day.
struct Office {
    let catalog: Catalog
    let units: Int
    let days: Int

    init(units: Int, days: Int) {
        (self.units, self.days) = (units, days)
        catalog = Self.catalog(units: units)
    }

    private static let years = DateRange(date("2021-01-01"), date("2024-12-31"))!  // in order
    private static let deadline = Deadline(.working(1), at: time("17:30"))

    private static func catalog(units: Int) -> Catalog {
        let parts = (0..<units).map { Unit(id: unit($0), parent: "all", label: Label("Unit \($0)")) }
        guard case .success(let tree) = UnitTree.build([Unit(id: "all", parent: nil, label: Label("All"))] + parts)
        else { preconditionFailure("units are a tree") }
        let calendar = WorkCalendar(name: "weekends")
        guard let plan = try? PlanCurve(.linear(.days), over: years, pace: .month, calendar: calendar) else {
            preconditionFailure("a straight line is a plan")
        }
        let visits = Target(
            id: "service.visits", label: Label("Visits"), kind: .count, unitOfMeasure: "visits",
            goal: .atLeast(1_000_000), window: years, plan: plan, frequency: .every(.day), deadline: deadline,
            reporters: parts.map(\.id), policy: "pace")
        let policy = LightPolicy(
            id: "pace", label: Label("pace"), measure: .paceRatio, bands: [.init(.onTrack, .atLeast(0.95))])
        return Catalog(
            organisation: Label("Office"), timetable: Timetable(zone: .utc, calendar: calendar), units: tree,
            targets: [visits], policies: ["pace": policy], rules: [], registers: [:],
            reporting: .init(period: .month, deadline: deadline, dueSoon: 2))
    }

    static func unit(_ index: Int) -> UnitID { UnitID("unit-\(index)") }

    static func date(_ text: String) -> LocalDate {
        guard let date = LocalDate(text) else { preconditionFailure("no day: \(text)") }
        return date
    }

    private static func time(_ text: String) -> TimeOfDay {
        guard let time = TimeOfDay(text) else { preconditionFailure("no time: \(text)") }
        return time
    }
}
