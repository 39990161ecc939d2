import CEL
import Diagnostics
import KPICore

/// The five rules that every unit of every target is judged by.
enum Rules {
    static let five = [
        rule(
            "behind", [.critical: "pace_ratio < 0.60", .warning: "pace_ratio < 0.85"], clear: "pace_ratio >= 0.90",
            for: .periods(2)),
        rule("fell-back", [.warning: "regressed"]),
        rule("missing", [.warning: "report_state == \"missing\""]),
        rule("overdue", [.critical: "past_due && !achieved"]),
        rule("too-fast", [.info: "required_over_current > 2.0 && days_left < 200"]),
    ]

    private static func rule(
        _ id: RuleID, _ conditions: KeyValuePairs<Severity, String>, clear: String? = nil, for hold: Delay? = nil
    ) -> Rule {
        Rule(
            id: id, forEach: .unit, conditions: conditions.map { Rule.Condition($0.key, program($0.value)) },
            clear: clear.map { program($0) }, hold: hold, message: message)
    }

    private static var message: Message {
        let template = MessageTemplate(parts: [
            .value(program("unit.label", nil), .plain), .text(": "), .value(program("value", nil), .plain),
        ])
        return Message(zh: template, en: template)
    }

    private static func program(_ text: String, _ type: ValueType? = .bool) -> Program {
        switch RuleVariables.environment.compile(Excerpt(text), as: type) {
        case .success(let program): return program
        case .failure(let failure): preconditionFailure("\(text): \(failure.diagnostics.map(\.message))")
        }
    }
}
