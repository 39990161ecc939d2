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
        case "recovering warning": return recovering(.warning)
        case "recovering critical": return recovering(.critical)
        case "resolved": return .resolved(.init(at: since, firedSince: since, severity: .critical))
        default: preconditionFailure("no phase '\(name)'")
        }
    }

    private static func recovering(_ severity: Severity) -> AlertPhase {
        let ref = day("2021-02-28")
        let firing = AlertPhase.Firing(since: since, severity: severity, pendingSince: since)
        return .recovering(.init(firing: firing, since: since, firstRef: ref, lastRef: ref, periods: 1))
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
        #expect(RecoveryTable.rows.count == 4 * 8 && Set(RecoveryTable.rows.map(\.description)).count == 32)
        #expect((LifecycleTable.rows + RecoveryTable.rows).allSatisfy { $0.cells.count == Self.holds.count })
    }

    @Test(arguments: LifecycleTable.rows)
    func everyCellIsAsWritten(row: LifecycleTable.Row) {
        expect(row) { Self.plain.waiting($0, $1) }
    }

    @Test(arguments: RecoveryTable.rows)
    func everyCellOfRecoveryIsAsWritten(row: LifecycleTable.Row) {
        expect(row) { Self.plain.keeping($0, $1) }
    }

    /// `no_data` matters where the judgement is unknown, and nowhere else.
    private func expect(_ row: LifecycleTable.Row, by rule: (Delay?, Rule.NoData) -> Rule) {
        let noData: [Rule.NoData] =
            switch row.judgement {
            case "unknown, keep": [.keep]
            case "unknown, alert": [.alert]
            default: [.keep, .alert]
            }
        for (hold, expected) in zip(Self.holds, row.cells) {
            for noData in noData {
                let lifecycle = Lifecycle(
                    rule: rule(hold, noData),
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

    fileprivate func keeping(_ wait: Delay?, _ noData: NoData) -> Rule {
        Rule(
            id: id, forEach: forEach, selector: selector, conditions: conditions, clear: clear, keepFiringFor: wait,
            noData: noData, message: message)
    }
}
