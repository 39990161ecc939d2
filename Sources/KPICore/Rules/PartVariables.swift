import CEL

/// The names that rules about a target's parts may use beside the others.
package enum PartVariables {
    typealias Variable = RuleVariables.Variable

    /// Of a milestone's stage, a checklist's item or a member to be covered.
    static let ofItem: [Variable] =
        names("item") + [
            text("item.owner") { part, _ in part.owner },
            number("item.value") { $0.value },
            number("item.at_least") { $0.atLeast },
            day("item.due") { $0.due },
            day("item.done_on") { $0.doneOn },
            flag("item.done") { $0.isDone },
            flag("item.closed") { $0.state == .closed },
            flag("item.needs_closing") { $0.needsClosing },
            flag("item.overdue") { $0.state == .overdue },
            flag("item.late") { $0.isLate },
            of("item.days_left", .int) { part, subject, _ in
                part.due.map { .int(Int64($0.days(since: subject.assessment.point.ref))) }
            },
            // How much of the time to its day is over; more than 1 after it.
            of("item.elapsed", .double) { part, subject, _ in
                part.due.map { due in
                    let days = due.days(since: part.start) + 1
                    let gone = subject.assessment.point.ref.days(since: part.start) + 1
                    return .double(days > 0 ? max(0, Double(gone) / Double(days)) : 1)
                }
            },
        ]

    /// Of an entity at a gate.
    static let ofEntity: [Variable] = names("entity") + [flag("entity.violates") { $0.state == .violated }]

    /// Of a cadence's period.
    static let ofPeriod: [Variable] =
        names("period") + [
            number("period.value") { $0.value },
            number("period.at_least") { $0.atLeast },
            day("period.due") { $0.due },
            flag("period.met") { $0.state == .met },
            flag("period.missed") { $0.state == .missed },
            flag("period.made_up") { $0.state == .madeUp },
        ]

    /// The label stands second; it is bound anew for each language in which a message is written.
    private static func names(_ prefix: String) -> [Variable] {
        [
            text("\(prefix).id") { part, _ in part.id },
            text("\(prefix).label") { part, _ in part.label.zh },
            text("\(prefix).state") { part, _ in part.state.rawValue },
        ]
    }

    private static func of(
        _ name: String, _ type: ValueType, _ value: @escaping @Sendable (Part, RuleSubject, Timetable) -> Value?
    ) -> Variable {
        Variable(name, type) { subject, times in subject.part.flatMap { value($0, subject, times) } }
    }

    private static func text(_ name: String, _ value: @escaping @Sendable (Part, RuleSubject) -> String) -> Variable {
        of(name, .string) { part, subject, _ in .string(value(part, subject)) }
    }

    private static func number(_ name: String, _ value: @escaping @Sendable (Part) -> Double) -> Variable {
        of(name, .double) { part, _, _ in .double(value(part)) }
    }

    private static func flag(_ name: String, _ value: @escaping @Sendable (Part) -> Bool) -> Variable {
        of(name, .bool) { part, _, _ in .bool(value(part)) }
    }

    private static func day(_ name: String, _ value: @escaping @Sendable (Part) -> LocalDate?) -> Variable {
        of(name, .timestamp) { part, _, times in value(part).map { RegisterVariables.midnight($0, times) } }
    }
}
