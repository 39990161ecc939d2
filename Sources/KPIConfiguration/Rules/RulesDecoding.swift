import CEL
import Diagnostics
import KPICore
import YAML

/// A file of `rules/`: rules, policies, or both.
struct RulesFile {
    let rules: [Located<Rule>]
    let policies: [Located<LightPolicy>]
}

extension Shape where Value == RulesFile {
    static var rules: Shape {
        .mapping("rules or policies") { file in
            RulesFile(
                rules: file.optional("rules", .list(of: .located(.rule)), default: []),
                policies: file.optional("policies", .list(of: .located(.policy)), default: []))
        }
    }
}

extension Shape where Value == Rule {
    fileprivate static var rule: Shape {
        .mapping("a rule") { rule in
            let id = rule.required(
                "id",
                .identifier.checked("must be another name: kpid's own alerts are called so") {
                    !OwnAlert.rules.contains(RuleID($0))
                })
            let forEach = rule.required("for_each", .word(Rule.Subject.self))
            let selector = rule.optional("where", .condition(in: RuleVariables.targetEnvironment))
            // What cannot be read is told; the names are then those that any rule may use.
            let environment = RuleVariables.environment(of: forEach ?? .target)
            let conditions = rule.required("severity", .severities(in: environment))
            let clear = rule.optional("clear", .condition(in: environment))
            let hold = rule.optional("for", .delay)
            let keep = rule.optional("keep_firing_for", .delay)
            let escalations = rule.optional(
                "escalate", .oneOrMore(of: .escalation(of: forEach ?? .target)), default: [])
            let flapping = rule.optional("flapping", .flapping)
            let corrections = rule.optional("corrections", .word(Rule.Corrections.self), default: .tell)
            let noData = rule.optional("no_data", .word(Rule.NoData.self), default: .keep)
            let message = rule.required("message", .message(in: environment))
            escalations.report(idleAmong: conditions ?? [], rule)
            guard let id, let forEach, let conditions, let message else { return nil }
            return Rule(
                id: RuleID(id), forEach: forEach, selector: selector, conditions: conditions, clear: clear,
                hold: hold, keepFiringFor: keep, escalations: escalations, flapping: flapping,
                corrections: corrections, noData: noData, message: message, place: rule.node.place)
        }
    }
}

extension Shape where Value == [Rule.Condition] {
    /// `critical: …`, `warning: …`, `info: …`, at least one of them.
    fileprivate static func severities(in environment: Environment) -> Shape {
        .mapping("severities") { severities in
            let grave = Severity.allCases.reversed()
            let given = grave.contains { severities.has($0.rawValue) }
            if !given {
                severities.collector.report(
                    "missing-key", "a rule needs at least one severity", at: severities.node.place,
                    label: "add critical, warning or info, each with a condition")
            }
            return grave.compactMap { severity in
                severities.optional(severity.rawValue, .condition(in: environment))
                    .map { Rule.Condition(severity, $0) }
            }
        }
    }
}

extension Shape where Value == Program {
    /// An expression that is true or false.
    static func condition(in environment: Environment) -> Shape<Program> {
        Shape<Excerpt>.expression.compiled(in: environment, as: .bool)
    }
}

extension Shape where Value == Excerpt {
    fileprivate func compiled(in environment: Environment, as type: ValueType) -> Shape<Program> {
        Shape<Program>(wanted) { field in
            guard let excerpt = read(field) else { return nil }
            return environment.compile(excerpt, as: type, reportingTo: field.collector)
        }
    }
}

extension Environment {
    /// Compiles, and reports what is wrong or doubtful. Nil when it is wrong.
    func compile(_ excerpt: Excerpt, as type: ValueType?, reportingTo collector: DiagnosticCollector) -> Program? {
        switch compile(excerpt, as: type) {
        case .success(let program):
            collector.report(program.warnings)
            return program
        case .failure(let failure):
            collector.report(failure.diagnostics)
            return nil
        }
    }
}
