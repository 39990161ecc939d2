import CEL
import Diagnostics
import Testing

@testable import KPICore

struct LifecycleTableTests {
    private static let since = moment("2021-03-03T12:00:00Z")
    private static let holds: [Delay?] = [nil, .periods(2), .seconds(7200), .workingDays(1)]

    private static let plain = Samples.rule(
        when: [.info: "value < 3", .warning: "value < 2", .critical: "value < 1"], clear: "value > 4")

    private static func phase(_ name: String) -> AlertPhase {
        let ref = day("2021-02-28")
        switch name {
        case "inactive": return .inactive
        case "pending warning":
            return .pending(.init(since: since, severity: .warning, firstRef: ref, lastRef: ref, periods: 1))
        case "firing warning": return .firing(.init(since: since, severity: .warning, pendingSince: since))
        case "firing critical": return .firing(.init(since: since, severity: .critical, pendingSince: since))
        case "resolved": return .resolved(.init(at: since, firedSince: since, severity: .critical))
        default: preconditionFailure("no phase '\(name)'")
        }
    }

    private static func judgement(_ name: String) -> Judgement {
        switch name {
        case "between": return .between
        case "clear": return .clear
        case "unknown, keep", "unknown, alert": return .unknown(["value"])
        case "failed": return .failed(EvaluationError(message: "no", place: Excerpt("a").place(Span(0, 1))))
        default:
            guard let severity = Severity(rawValue: name) else { preconditionFailure("no judgement '\(name)'") }
            return .holds(severity)
        }
    }

    private static func words(_ step: Lifecycle.Step?) -> String {
        guard let step else { return "=" }
        let severity = step.phase.severity?.rawValue ?? "-"
        return (step.isTransition ? "" : "~ ") + "\(step.phase.name) \(severity) \(step.reason.rawValue)"
    }

    @Test func theTableHasEveryCell() {
        #expect(LifecycleTable.rows.count == 5 * 8)
        #expect(Set(LifecycleTable.rows.map(\.description)).count == 40)
        #expect(LifecycleTable.rows.allSatisfy { $0.cells.count == Self.holds.count })
    }

    /// `no_data` matters where the judgement is unknown, and nowhere else.
    @Test(arguments: LifecycleTable.rows)
    func everyCellIsAsWritten(row: LifecycleTable.Row) {
        let noData: [Rule.NoData] =
            switch row.judgement {
            case "unknown, keep": [.keep]
            case "unknown, alert": [.alert]
            default: [.keep, .alert]
            }
        for (hold, expected) in zip(Self.holds, row.cells) {
            for noData in noData {
                let rule = Self.plain.waiting(hold, noData)
                let lifecycle = Lifecycle(
                    rule: rule,
                    now: .init(
                        at: Self.since.adding(seconds: 3600), ref: day("2021-02-28"), timetable: Samples.utc,
                        isCorrection: false))
                let step = lifecycle.step(Self.phase(row.phase), Self.judgement(row.judgement))
                #expect(Self.words(step) == expected, "\(String(describing: hold)), \(noData)")
            }
        }
    }
}

extension Rule {
    fileprivate func waiting(_ hold: Delay?, _ noData: NoData) -> Rule {
        Rule(
            id: id, forEach: forEach, selector: selector, conditions: conditions, clear: clear, hold: hold,
            noData: noData, message: message)
    }
}
