import CEL
import Diagnostics

@testable import KPICore

/// What the table is played on: `visits` of `north`, judged every noon for the day before, and `staff`, judged at
/// midnight, whose alert inhibits that on visits.
enum TableWorld {
    static let alert = AlertIdentity(rule: "behind", target: "visits", unit: "north")
    static let recipient = Recipient(id: "hook", label: Label("hook"), language: .en, channel: "web")

    /// The first days of October are off, and every other day is worked.
    private static let calendar = WorkCalendar(
        name: "october", weekend: [],
        years: [2021: .init(holidays: Set((0..<Week.days).map { day("2021-10-01").adding(days: $0) }), swapped: [])])

    static func catalog(_ thing: Thing, _ start: Start, isEdited: Bool = false) -> Catalog {
        let first = Week.firstJudged.adding(days: -thing.figures(before: start).count)
        let units = [("all", nil), ("north", UnitID("all"))].map {
            Unit(id: UnitID($0.0), parent: $0.1, label: Label($0.0))
        }
        guard case .success(let tree) = UnitTree.build(units) else { preconditionFailure("the units are a tree") }
        let visits = target("visits", Label(isEdited ? "Calls" : "Visits"), from: first, at: "12:00")
        let staff = target("staff", Label("Staff"), from: first, at: "00:00")
        return Catalog(
            organisation: Label("Sample"), timetable: Timetable(zone: .utc, calendar: calendar), units: tree,
            targets: thing == .inhibition ? [staff, visits] : [visits], policies: [:],
            rules: [behind(thing, start, isEdited)] + (thing == .inhibition ? [short] : []), registers: [:],
            reporting: .init(period: .day, deadline: Deadline(.calendar(1), at: Samples.clock("12:00")), dueSoon: 0))
    }

    static func plan(_ thing: Thing) -> NotificationPlan {
        let quiet = MuteWindow(id: "off", label: Label("days off"))
        let inhibition = Inhibition(
            id: "staff", while: Matchers([.init(.rule, ["short"])]), mutes: Matchers([.init(.rule, ["behind"])]),
            same: [.unit])
        return NotificationPlan(
            recipients: [recipient],
            routes: [Route(Matchers([.init(.rule, ["behind"])]), to: [.recipient(recipient.id)])],
            mutes: thing == .muteCalendar ? [quiet] : [], inhibitions: thing == .inhibition ? [inhibition] : [])
    }

    private static func target(_ id: TargetID, _ label: Label, from first: LocalDate, at time: String) -> Target {
        guard let window = DateRange(first, day("2021-10-17")),
            let plan = try? PlanCurve(.linear(.days), over: window, pace: .day, calendar: calendar)
        else { preconditionFailure("the window can be planned") }
        return Target(
            id: id, label: label, kind: .level, goal: .atLeast(20), window: window, plan: plan,
            allocation: ["north": 20], frequency: .every(.day),
            deadline: Deadline(.calendar(1), at: Samples.clock(time)), form: .level,
            policy: "pace")
    }

    private static func behind(_ thing: Thing, _ start: Start, _ isEdited: Bool) -> Rule {
        let corrections: Rule.Corrections =
            switch thing {
            case .reopeningCorrection: .reopen
            case .silentCorrection: .silent
            default: .tell
            }
        return Rule(
            id: "behind", forEach: .unit, selector: isVisits,
            conditions: isEdited ? editedConditions : conditions,
            hold: .periods(2), keepFiringFor: .periods(2),
            flapping: thing == .flapping ? Flapping(episodes: 2, within: .seconds(commotion(start))) : nil,
            corrections: corrections, message: words(isEdited ? "has fallen behind" : "is behind"))
    }

    private static let isVisits = program("id == \"visits\"", RuleVariables.targetEnvironment)
    private static let conditions: [Rule.Condition] = [
        .init(.warning, program("value < 10.0 || 1 / (int(value) - 99) > 1")), .init(.critical, program("value < 5.0")),
    ]
    private static let editedConditions: [Rule.Condition] = [
        .init(.warning, program("value < 9.5 || 1 / (int(value) - 99) > 1")), .init(.critical, program("value < 4.5")),
    ]

    /// From the beginning of the first of two episodes to the end of the week.
    static func commotion(_ start: Start) -> Int64 {
        let figures = Thing.flapping.figures(before: start)
        // It fires when the second day is judged, at noon of the third.
        let fires = Week.firstJudged.adding(days: 2 - figures.count)
        return Week.end.seconds - Samples.timetable.instant(fires, Samples.clock("12:00")).seconds
    }

    private static let short = Rule(
        id: "short", forEach: .unit, selector: program("id == \"staff\"", RuleVariables.targetEnvironment),
        conditions: [.init(.warning, program("value < 10.0"))], message: words("is short"))

    private static func words(_ text: String) -> Message {
        let words = MessageTemplate(parts: [.text(text)])
        return Message(zh: words, en: words)
    }

    private static func program(_ text: String, _ environment: Environment = RuleVariables.environment) -> Program {
        switch environment.compile(Excerpt(text), as: .bool) {
        case .success(let program): return program
        case .failure(let failure): preconditionFailure("\(text): \(failure.diagnostics.map(\.message))")
        }
    }
}
