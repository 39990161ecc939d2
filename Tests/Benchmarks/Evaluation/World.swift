import CEL
import Diagnostics
import KPICore

/// A made-up organisation: monthly counts, each shared out to all units, six months reported.
struct World {
    let catalog: Catalog
    let targets: Int
    let units: Int

    init(targets: Int, units: Int) {
        (self.targets, self.units) = (targets, units)
        catalog = Self.catalog(targets: targets, units: units)
    }

    private static let year = DateRange(date("2021-01-01"), date("2021-12-31"))!  // in order
    private static let deadline = Deadline(.working(5), at: time("17:30"))
    private static let timetable = Timetable(zone: .utc, calendar: WorkCalendar(name: "weekends"))

    /// When June is judged.
    var lastDeadline: Instant { Self.timetable.due(Self.period("2021-06"), by: Self.deadline) }

    var facts: Facts {
        var facts = Facts()
        for target in 0..<targets {
            for unit in 0..<units {
                for month in 1...6 { facts.reports.add(report(target, unit, month)) }
            }
        }
        return facts
    }

    private func report(_ target: Int, _ unit: Int, _ month: Int) -> Observation {
        let period = Self.period("2021-0\(month)")
        // Most are about on plan, some are behind.
        let pace = (target &* 31 &+ unit &* 17) % 20 == 0 ? 4 : 9 + (target &+ unit &* 7 &+ month) % 4
        return observation(
            target, unit, period, value: Double(pace), revision: 1,
            at: Self.timetable.due(period, by: Self.deadline).adding(seconds: -86_400))
    }

    /// A revised figure of one unit.
    func correction(_ round: Int, at moment: Instant) -> Observation {
        let period = Self.period("2021-06")
        return observation(
            (round &* 7) % targets, (round &* 13) % units, period, value: Double(round), revision: 2, at: moment)
    }

    private func observation(
        _ target: Int, _ unit: Int, _ period: Period, value: Double, revision: Int, at moment: Instant
    ) -> Observation {
        Observation(
            key: .init(target: Self.target(target), unit: Self.unit(unit), period: period), form: .delta,
            value: Quantity(value), valueText: "", revision: revision, submittedAt: moment,
            origin: .init(file: "world.csv", line: 2, sha256: ""))
    }

    private static func target(_ index: Int) -> TargetID { TargetID("target.\(index)") }
    private static func unit(_ index: Int) -> UnitID { UnitID("unit-\(index)") }

    private static func catalog(targets: Int, units: Int) -> Catalog {
        let root = Unit(id: "all", parent: nil, label: Label("All"))
        let parts = (0..<units).map { Unit(id: unit($0), parent: "all", label: Label("Unit \($0)")) }
        guard case .success(let tree) = UnitTree.build([root] + parts) else { preconditionFailure("units are a tree") }
        let policy = LightPolicy(
            id: "pace", label: Label("pace"), measure: .paceRatio,
            bands: [
                .init(.onTrack, .atLeast(0.95)), .init(.attention, .atLeast(0.85)), .init(.atRisk, .atLeast(0.60)),
            ])
        guard let plan = try? PlanCurve(.linear(.days), over: year, pace: .month, calendar: timetable.calendar) else {
            preconditionFailure("a straight line is a plan")
        }
        let allocation = Dictionary(uniqueKeysWithValues: parts.map { ($0.id, 120.0) })
        let all = (0..<targets).map { index in
            Target(
                id: target(index), label: Label("Target \(index)"), kind: .count,
                goal: .atLeast(120 * Double(units)), window: year, plan: plan, allocation: allocation,
                frequency: .every(.month), deadline: deadline, reporters: parts.map(\.id), policy: "pace")
        }
        return Catalog(
            organisation: Label("World"), timetable: timetable, units: tree, targets: all, policies: ["pace": policy],
            rules: Rules.five, registers: [:],
            reporting: .init(period: .month, deadline: deadline, dueSoon: 2))
    }

    private static func date(_ text: String) -> LocalDate {
        guard let date = LocalDate(text) else { preconditionFailure("no day: \(text)") }
        return date
    }

    private static func time(_ text: String) -> TimeOfDay {
        guard let time = TimeOfDay(text) else { preconditionFailure("no time: \(text)") }
        return time
    }

    private static func period(_ text: String) -> Period {
        guard let period = Period(text) else { preconditionFailure("no period: \(text)") }
        return period
    }
}
