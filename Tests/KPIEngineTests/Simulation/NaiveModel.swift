import KPICore

/// What must come of a history, worked out as plainly as can be: everything is judged at every deadline and at every
/// arrival, every act is asked every time.
struct NaiveModel {
    struct Told: Equatable, CustomStringConvertible {
        let isOver: Bool
        let severity: Severity
        let episode: Int

        var description: String { "\(severity.rawValue)#\(episode)\(isOver ? " over" : "")" }
    }

    private struct Report {
        let unit: String
        let month: Int
        let revision: Int
        let value: Double
        let at: Instant
    }

    private struct State {
        var severity: Severity?
        var episode = 0
    }

    static let alerts = ["low", "report-missing"].flatMap { rule in
        ["north", "south"].map { AlertIdentity(rule: RuleID(rule), target: "stock", unit: UnitID($0)) }
    }

    let quietFrom: Int?
    let quietTo: Int
    let hasInhibition: Bool
    private let timetable: Timetable
    private var reports: [Report] = []
    private var acts: [Act] = []
    private var states: [AlertIdentity: State] = [:]
    private var believed: [AlertIdentity: (Severity, Int)] = [:]
    private var through: Instant
    private(set) var told: [AlertIdentity: [Told]] = [:]

    /// - Parameter quiet: minutes of the day between which people are told; nil: at any time.
    init(_ timetable: Timetable, quiet: (Int, Int)?, hasInhibition: Bool, from start: Instant) {
        self.timetable = timetable
        (quietFrom, quietTo) = (quiet?.0, quiet?.1 ?? 0)
        self.hasInhibition = hasInhibition
        through = start
    }

    mutating func report(_ unit: String, month: Int, revision: Int, value: Double, at moment: Instant) {
        reports.append(Report(unit: unit, month: month, revision: revision, value: value, at: moment))
    }

    mutating func act(_ act: Act) { acts.append(act) }

    func severity(of alert: AlertIdentity) -> Severity? { states[alert]?.severity }

    func episode(of alert: AlertIdentity) -> Int { states[alert]?.episode ?? 0 }

    mutating func pass(to now: Instant) {
        for month in 1...12 {
            if case let due = Self.due(month, timetable), due > through, due < now { judge(at: due) }
        }
        judge(at: now)
        through = now
        for alert in Self.alerts { tell(alert, at: now) }
    }

    private static func due(_ month: Int, _ timetable: Timetable) -> Instant {
        guard let period = Period("2021-\(twoDigits(month))"), let noon = TimeOfDay("12:00") else {
            preconditionFailure("month \(month) of 2021 is a period")
        }
        return timetable.due(period, by: Deadline(.working(3), at: noon))
    }

    private mutating func judge(at moment: Instant) {
        guard let judged = (1...12).last(where: { Self.due($0, timetable) <= moment }) else { return }
        for alert in Self.alerts {
            let mine = reports.filter { $0.unit == alert.unit.text && $0.at <= moment }
            let severity: Severity?
            if alert.rule == "low" {
                let latest = mine.filter { $0.month <= judged }.max {
                    ($0.month, $0.revision) < ($1.month, $1.revision)
                }
                // Of what nobody knows nothing begins, and nothing ends.
                guard let value = latest?.value else { continue }
                severity = value < 5 ? .critical : value < 10 ? .warning : nil
            } else {
                severity = mine.contains { $0.month == judged } ? nil : .warning
            }
            var state = states[alert] ?? State()
            if severity != nil, state.severity == nil { state.episode += 1 }
            state.severity = severity
            states[alert] = state
        }
    }

    private mutating func tell(_ alert: AlertIdentity, at now: Instant) {
        let state = states[alert] ?? State()
        let truth = state.severity.map { ($0, state.episode) }
        let belief = believed[alert]
        guard truth?.0 != belief?.0 || truth?.1 != belief?.1 else { return }
        guard let severity = truth?.0 ?? belief?.0, !isMuted(alert, severity, fires: truth != nil, at: now) else {
            return
        }
        told[alert, default: []].append(
            Told(isOver: truth == nil, severity: severity, episode: truth?.1 ?? belief?.1 ?? 0))
        believed[alert] = truth
    }

    private func isMuted(_ alert: AlertIdentity, _ severity: Severity, fires: Bool, at now: Instant) -> Bool {
        if let quietFrom {
            let minute = Int(now.seconds % 86_400) / 60
            let day = timetable.date(of: now)
            if [.sat, .sun].contains(day.weekday) || minute < quietFrom || minute >= quietTo { return true }
        }
        if hasInhibition, fires, alert.rule == "low" {
            let source = AlertIdentity(rule: "report-missing", target: alert.target, unit: alert.unit)
            if states[source]?.severity != nil { return true }
        }
        return acts.contains { act in
            let isUndone = acts.contains { if case .undo(act.id) = $0.deed { $0.at <= now } else { false } }
            guard !isUndone, act.at <= now, act.deed.until.map({ now < $0 }) ?? true else { return false }
            switch act.deed {
            case .acknowledge(let known):
                let episode = states[alert]?.episode ?? 0
                return fires && known.alert == alert
                    && (known.isSticky
                        ? episode >= known.episode : episode == known.episode && severity <= known.severity)
            case .silence(let silence): return silence.matchers.all.first?.values == [alert.unit.text]
            case .maintain(let maintenance): return maintenance.unit == "all" || maintenance.unit == alert.unit
            case .undo: return false
            }
        }
    }
}
