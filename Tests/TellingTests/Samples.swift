import CEL
import Diagnostics

@testable import KPICore

/// A moment from its text. A text that is none is a mistake in the test.
func moment(_ text: String) -> Instant {
    guard let instant = Instant(text) else { preconditionFailure("no moment: \(text)") }
    return instant
}

func day(_ text: String) -> LocalDate {
    guard let date = LocalDate(text) else { preconditionFailure("no day: \(text)") }
    return date
}

extension Instant {
    var utc: String { stamp(in: .utc) }
}

/// A small organisation: `all` above `north` and `south`, in UTC, with a holiday on Monday 3 May 2021 for which Saturday
/// 8 May is worked.
enum Samples {
    static let calendar = WorkCalendar(
        name: "swapped", years: [2021: .init(holidays: [day("2021-05-03")], swapped: [day("2021-05-08")])])
    static let timetable = Timetable(zone: .utc, calendar: calendar)
    static let reporting = Catalog.Reporting(
        period: .month, deadline: Deadline(.working(3), at: clock("12:00")), dueSoon: 2)

    static func clock(_ text: String) -> TimeOfDay {
        guard let time = TimeOfDay(text) else { preconditionFailure("no time: \(text)") }
        return time
    }

    /// Clocks go forward on 28 March 2021 from 02:00 to 03:00, and back on 31 October from 03:00 to 02:00.
    static let berlin = Zone(
        name: "Europe/Berlin", first: 3600,
        changes: [
            .init(at: moment("2021-03-28T01:00:00Z").seconds, offset: 7200),
            .init(at: moment("2021-10-31T01:00:00Z").seconds, offset: 3600),
        ])

    static func catalog(
        corrections: Rule.Corrections = .tell, for hold: Delay? = nil, _ timetable: Timetable = timetable
    ) -> Catalog {
        guard let year = DateRange(day("2021-01-01"), day("2021-12-31")),
            let plan = try? PlanCurve(.linear(.days), over: year, pace: .month, calendar: calendar)
        else { preconditionFailure("the year can be planned") }
        let target = Target(
            id: "visits", label: Label(zh: "走访", en: "Visits"), kind: .count, unitOfMeasure: "次", goal: .atLeast(120),
            window: year, plan: plan,
            allocation: ["north": 60, "south": 60], frequency: .every(.month), deadline: reporting.deadline,
            reporters: ["north", "south"], policy: "pace", owners: ["office"])
        let units = ["north", "south"].map { Unit(id: UnitID($0), parent: "all", label: Label($0)) }
        guard case .success(let tree) = UnitTree.build([Unit(id: "all", parent: nil, label: Label("all"))] + units)
        else { preconditionFailure("the units are a tree") }
        return Catalog(
            organisation: Label("Sample"), timetable: timetable, units: tree, targets: [target],
            policies: [:], rules: ["behind", "report-missing"].map { rule($0, corrections, hold) }, registers: [:],
            reporting: reporting)
    }

    private static func rule(_ id: RuleID, _ corrections: Rule.Corrections, _ hold: Delay?) -> Rule {
        guard case .success(let program) = RuleVariables.environment.compile(Excerpt("value < 10"), as: .bool) else {
            preconditionFailure("the rule compiles")
        }
        let words = MessageTemplate(parts: [.text("\(id)")])
        return Rule(
            id: id, forEach: .unit, conditions: [.init(.warning, program)], hold: hold, corrections: corrections,
            message: Message(zh: words, en: words))
    }
}
