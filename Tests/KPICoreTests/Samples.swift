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

func days(_ first: String, _ last: String) -> DateRange {
    guard let range = DateRange(day(first), day(last)) else { preconditionFailure("no range: \(first) to \(last)") }
    return range
}

func period(_ text: String) -> Period {
    guard let period = Period(text) else { preconditionFailure("no period: \(text)") }
    return period
}

extension Instant {
    var utc: String { stamp(in: .utc) }
}

/// Builders of small organisations. What a test does not care about has a plain value here: a year in UTC, months due
/// on the third working day at noon, one unit above two others.
enum Samples {
    static let year = days("2021-01-01", "2021-12-31")
    static let weekdays = WorkCalendar(name: "weekdays", years: [2021: .init(holidays: [], swapped: [])])
    static let utc = Timetable(zone: .utc, calendar: weekdays)
    static let deadline = Deadline(.working(3), at: clock("12:00"))
    static let reporting = Catalog.Reporting(period: .month, deadline: deadline, dueSoon: 2)

    /// Clocks go forward on 28 March 2021 from 02:00 to 03:00, and back on 31 October from 03:00 to 02:00.
    static let berlin = Zone(
        name: "Europe/Berlin", first: 3600,
        changes: [
            .init(at: moment("2021-03-28T01:00:00Z").seconds, offset: 7200),
            .init(at: moment("2021-10-31T01:00:00Z").seconds, offset: 3600),
        ])

    static func clock(_ text: String) -> TimeOfDay {
        guard let time = TimeOfDay(text) else { preconditionFailure("no time: \(text)") }
        return time
    }

    /// The root `all` above `north` and `south`, or what is given as `child: parent`.
    static func tree(_ parents: KeyValuePairs<UnitID, UnitID> = ["north": "all", "south": "all"]) -> UnitTree {
        tree([unit("all", below: nil)] + parents.map { unit($0.key, below: $0.value) })
    }

    static func tree(_ units: [Unit]) -> UnitTree {
        switch UnitTree.build(units) {
        case .success(let tree): return tree
        case .failure(let failure): preconditionFailure("no tree: \(failure.flaws)")
        }
    }

    static func unit(
        _ id: UnitID, below parent: UnitID?, from: String? = nil, to: String? = nil, formerly: [UnitID] = []
    ) -> Unit {
        Unit(
            id: id, parent: parent, label: Label(zh: "单位\(id)", en: "\(id)"), activeFrom: from.map(day),
            activeTo: to.map(day), formerly: formerly)
    }

    static func plan(
        _ curve: Curve = .linear(.days), _ range: DateRange = year, pace: PeriodLength = .month,
        calendar: WorkCalendar = weekdays
    ) -> PlanCurve {
        do {
            return try PlanCurve(curve, over: range, pace: pace, calendar: calendar)
        } catch {
            preconditionFailure("no plan: \(error)")
        }
    }

    static func target(
        _ id: TargetID = "visits", kind: Kind = .count, goal: Goal = .atLeast(120), baseline: Double? = 0,
        direction: Direction = .increase, window: DateRange = year, curve: Curve = .linear(.days),
        due: String? = nil, allocation: [UnitID: Double] = [:], frequency: Frequency = .every(.month),
        deadline: Deadline = deadline, form: Form = .delta, accumulates: Bool = true,
        openingStock: OpeningStock = .known(0),
        source: Source = .reports, composition: Composition? = nil, aggregate: Aggregate? = nil,
        reporters: [UnitID]? = nil, exemptions: [Exemption] = [], policy: PolicyID = "pace",
        growth: GrowthTerms? = nil, countsPlanned: Bool = false, tags: [String] = [], formerly: [TargetID] = [],
        validity: Validity? = nil
    ) -> Target {
        let range = due.map { days(window.first.description, $0) } ?? window
        return Target(
            id: id, label: Label(zh: "指标\(id)", en: "Target \(id)"), kind: kind, direction: direction,
            baseline: baseline, goal: goal, window: window,
            plan: plan(curve, range, pace: frequency.period ?? .month), allocation: allocation,
            frequency: frequency, deadline: deadline, form: form, accumulates: accumulates, openingStock: openingStock,
            source: source, composition: composition, aggregate: aggregate,
            reporters: reporters ?? allocation.keys.sorted(),
            exemptions: exemptions, policy: policy, growth: growth, countsPlanned: countsPlanned,
            tags: tags, formerly: formerly, validity: validity)
    }

    static let pace = LightPolicy(
        id: "pace", label: Label("pace"), measure: .paceRatio,
        bands: [
            .init(.onTrack, .atLeast(0.95)), .init(.attention, .atLeast(0.85)), .init(.atRisk, .atLeast(0.60)),
        ])

    static func catalog(
        _ targets: [Target], rules: [Rule] = [], units: UnitTree = tree(), policies: [LightPolicy] = [pace],
        timetable: Timetable = utc, registers: [RegisterSchema] = []
    ) -> Catalog {
        Catalog(
            organisation: Label(zh: "样例", en: "Sample"), timetable: timetable, units: units, targets: targets,
            policies: Dictionary(uniqueKeysWithValues: policies.map { ($0.id, $0) }),
            rules: rules.sorted { $0.id < $1.id },
            registers: Dictionary(uniqueKeysWithValues: registers.map { ($0.id, $0) }), reporting: reporting)
    }

    static func program(_ text: String, _ environment: Environment = RuleVariables.environment) -> Program {
        switch environment.compile(Excerpt(text), as: .bool) {
        case .success(let program): return program
        case .failure(let failure): preconditionFailure("\(text): \(failure.diagnostics.map(\.message))")
        }
    }

    /// The message is the rule's id and the value.
    static func rule(
        _ id: RuleID = "behind", each forEach: Rule.Subject = .target, where selector: String? = nil,
        when conditions: KeyValuePairs<Severity, String>, clear: String? = nil, for hold: Delay? = nil,
        keep: Delay? = nil, escalate: [Escalation] = [], flapping: Flapping? = nil,
        corrections: Rule.Corrections = .tell, noData: Rule.NoData = .keep, message: String = "at"
    ) -> Rule {
        let environment = RuleVariables.environment(of: forEach)
        return Rule(
            id: id, forEach: forEach, selector: selector.map { program($0, RuleVariables.targetEnvironment) },
            conditions: conditions.map { Rule.Condition($0.key, program($0.value, environment)) },
            clear: clear.map { program($0, environment) }, hold: hold, keepFiringFor: keep,
            escalations: escalate, flapping: flapping, corrections: corrections, noData: noData,
            message: self.message("\(id) \(message) "))
    }

    /// A number, computed from what an environment knows.
    static func number(_ text: String, _ environment: Environment) -> Program {
        switch environment.compile(Excerpt(text)) {
        case .success(let program): return program
        case .failure(let failure): preconditionFailure("\(text): \(failure.diagnostics.map(\.message))")
        }
    }

    static func message(_ words: String) -> Message {
        guard case .success(let value) = RuleVariables.environment.compile(Excerpt("value")) else {
            preconditionFailure("rules know 'value'")
        }
        let template = MessageTemplate(parts: [.text(words), .value(value, .plain)])
        return Message(zh: template, en: template)
    }
}
