package import CEL

/// The names that rules and messages may use. One table serves the checker, the frame, and the list that people read.
package enum RuleVariables {
    package struct Variable: Sendable {
        package let name: String
        package let type: ValueType
        let value: @Sendable (RuleSubject, Timetable) -> Value?

        init(_ name: String, _ type: ValueType, _ value: @escaping @Sendable (RuleSubject, Timetable) -> Value?) {
            (self.name, self.type, self.value) = (name, type, value)
        }
    }

    /// What is true of a target whatever is reported on it; `where` may use these alone.
    package static let ofTarget: [Variable] =
        [
            text("id") { $0.target.id.text },
            text("kind") { $0.target.kind.rawValue },
            text("section") { $0.target.section.id },
            text("policy") { $0.target.policy.text },
            text("direction") { $0.target.direction.rawValue },
            text("frequency") { $0.target.frequency.word },
            text("unit_of_measure") { $0.target.unitOfMeasure },
            text("owner") { $0.target.owners.first ?? "" },
            Variable("owners", .list(.string)) { subject, _ in .list(subject.target.owners.map { .string($0) }) },
            Variable("tags", .list(.string)) { subject, _ in .list(subject.target.tags.map { .string($0) }) },
            Variable("weight", .double) { subject, _ in .double(subject.target.weight) },
            Variable("due", .timestamp) { subject, times in RegisterVariables.midnight(subject.target.due, times) },
        ]

    /// Numbers of an assessment, under the names of the domain model.
    package static let numbers: [(name: String, value: @Sendable (Assessment) -> Double?)] = [
        ("value", { $0.value }),
        ("numerator", { $0.measurement?.numerator }),
        ("denominator", { $0.measurement?.denominator }),
        ("goal", { $0.goalValue }),
        ("baseline", { $0.baseline }),
        ("progress", { $0.progress }),
        ("completion", { $0.completion }),
        ("planned", { $0.planned }),
        ("gap_pp", { $0.gapPoints }),
        ("pace_ratio", { $0.paceRatio }),
        ("pace_ratio_periods", { $0.paceRatioPeriods }),
        ("days_behind", { $0.daysBehind }),
        ("spi_t", { $0.timeRatio }),
        ("current_rate", { $0.currentRate }),
        ("required_rate", { $0.requiredRate }),
        ("required_over_current", { $0.requiredOverCurrent }),
        ("required_per_working_day", { $0.requiredPerWorkingDay }),
        ("change", { $0.course.change }),
        ("setback", { $0.course.setback }),
        ("denominator_before", { $0.course.denominatorBefore }),
        ("elapsed", { $0.point.elapsedShare }),
        ("growth", { $0.growth?.value }),
        ("growth_score", { $0.growth?.score }),
        ("growth_rate", { $0.growth?.observed }),
        ("growth_required", { $0.growth?.required }),
    ]

    /// Everything, in the order of the slots: the target's variables first.
    package static let all: [Variable] =
        ofTarget
        + numbers.map { number in
            Variable(number.name, .double) { subject, _ in number.value(subject.assessment).map { .double($0) } }
        }
        + [
            Variable("achieved", .bool) { subject, _ in subject.assessment.isAchieved.map { .bool($0) } },
            Variable("regressed", .bool) { subject, _ in .bool(subject.assessment.course.hasRegressed) },
            Variable("conflict", .bool) { subject, _ in .bool(subject.assessment.report.isInConflict) },
            Variable("doubts", .int) { subject, _ in .int(Int64(subject.assessment.report.doubts)) },
            Variable("refusals", .int) { subject, _ in .int(Int64(subject.assessment.report.refusals)) },
            Variable("trend", .int) { subject, _ in subject.assessment.course.trend.map { .int(Int64($0)) } },
            Variable("days_left", .int) { subject, _ in .int(Int64(subject.assessment.point.daysLeft)) },
            Variable("working_days_left", .int) { subject, _ in
                .int(Int64(subject.assessment.point.workingDaysLeft))
            },
            Variable("periods_left", .int) { subject, _ in .int(Int64(subject.assessment.point.periodsLeft)) },
            Variable("past_due", .bool) { subject, _ in .bool(subject.assessment.point.isPastDue) },
            Variable("light", .string) { subject, _ in .string(subject.assessment.light.rawValue) },
            Variable("report_state", .string) { subject, _ in
                .string(subject.assessment.report.state?.rawValue ?? ReportState.notExpected.rawValue)
            },
            Variable("ref", .timestamp) { subject, times in
                RegisterVariables.midnight(subject.assessment.point.ref, times)
            },
            text("target.id") { $0.target.id.text },
            text("unit.id") { $0.unit.id.text },
            text("unit.level") { $0.unit.level },
            Variable("unit.functional", .bool) { subject, _ in .bool(subject.unit.isFunctional) },
            // Labels are bound anew for each language in which a message is written; conditions see the first.
            text("target.label") { $0.target.label.zh },
            text("unit.label") { $0.unit.label.zh },
        ]

    /// What `where` is compiled in.
    package static let targetEnvironment = environment(ofTarget)
    /// What conditions and messages about targets and units are compiled in.
    package static let environment = environment(all)

    /// What conditions and messages of rules are compiled in, by what they look at. Slots of parts follow the others.
    package static func environment(of subject: Rule.Subject) -> Environment {
        switch subject {
        case .target, .unit: environment
        case .item: itemEnvironment
        case .entity: entityEnvironment
        case .period: periodEnvironment
        }
    }

    /// The names that a rule about something may use, in the order of their slots.
    package static func variables(of subject: Rule.Subject) -> [Variable] {
        switch subject {
        case .target, .unit: all
        case .item: ofItems
        case .entity: ofEntities
        case .period: ofPeriods
        }
    }

    private static let ofItems = all + PartVariables.ofItem
    private static let ofEntities = all + PartVariables.ofEntity
    private static let ofPeriods = all + PartVariables.ofPeriod

    private static let itemEnvironment = environment(variables(of: .item))
    private static let entityEnvironment = environment(variables(of: .entity))
    private static let periodEnvironment = environment(variables(of: .period))

    static let targetLabel = all.count - 2
    static let unitLabel = all.count - 1
    /// Of what a rule about parts looks at: the second of the part's variables.
    static let partLabel = all.count + 1

    private static func environment(_ variables: [Variable]) -> Environment {
        Environment(variables.map { Declaration($0.name, $0.type) }, options: .rules)
    }

    private static func text(_ name: String, _ value: @escaping @Sendable (RuleSubject) -> String) -> Variable {
        Variable(name, .string) { subject, _ in .string(value(subject)) }
    }

    /// Binds the slots that programs read, and no others.
    static func bind(
        _ subject: RuleSubject, _ slots: [Int], of variables: [Variable] = all, in frame: inout Frame,
        _ timetable: Timetable
    ) {
        for slot in slots {
            if let value = variables[slot].value(subject, timetable) {
                frame.set(slot, value)
            } else {
                frame.setUnknown(slot, attribute: variables[slot].name)
            }
        }
    }
}

extension Frequency {
    /// The word by which rules know it.
    package var word: String {
        switch self {
        case .every(let length): length.word
        case .event: "event"
        case .once: "once"
        }
    }
}

extension PeriodLength {
    /// The word by which configuration and rules know it.
    package var word: String {
        switch self {
        case .day: "daily"
        case .week: "weekly"
        case .month: "monthly"
        case .quarter: "quarterly"
        case .half: "half_yearly"
        case .year: "yearly"
        }
    }
}
