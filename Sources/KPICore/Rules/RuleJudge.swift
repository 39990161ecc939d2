import CEL

/// Judges subjects by one rule. Made once for many subjects; what it binds is what the rule reads.
struct RuleJudge {
    let rule: Rule
    private let timetable: Timetable
    private let slots: [Int]
    private let messageSlots: [Int]
    private let variables: [RuleVariables.Variable]
    private var frame: Frame

    init(_ rule: Rule, _ timetable: Timetable) {
        self.rule = rule
        self.timetable = timetable
        let programs = rule.conditions.map(\.program) + [rule.clear].compactMap { $0 }
        slots = Set(programs.flatMap(\.reads)).sorted()
        let messages = [rule.message.zh, rule.message.en].flatMap(\.programs)
        messageSlots = Set(messages.flatMap(\.reads)).sorted()
        variables = RuleVariables.variables(of: rule.forEach)
        frame = Frame(RuleVariables.environment(of: rule.forEach))
    }

    /// Whether the rule's `where` chooses a target. One that cannot be decided does not.
    static func selects(_ rule: Rule, _ target: Target, _ subject: RuleSubject, _ timetable: Timetable) -> Bool {
        guard let selector = rule.selector else { return true }
        var frame = Frame(RuleVariables.targetEnvironment)
        RuleVariables.bind(subject, selector.reads, in: &frame, timetable)
        if case .true = selector.evaluateBool(&frame) { return true }
        return false
    }

    mutating func judge(_ subject: RuleSubject) -> Judgement {
        RuleVariables.bind(subject, slots, of: variables, in: &frame, timetable)
        var missing: [String] = []
        var failure: EvaluationError?
        for condition in rule.conditions {
            switch condition.program.evaluateBool(&frame) {
            case .true: return .holds(condition.severity)
            case .false: break
            case .unknown(let names): missing += names
            case .failed(let error): failure = failure ?? error
            }
        }
        if let failure { return .failed(failure) }
        if !missing.isEmpty { return .unknown(Array(Set(missing)).sorted()) }
        guard let clear = rule.clear else { return .clear }
        switch clear.evaluateBool(&frame) {
        case .true: return .clear
        case .false: return .between
        case .unknown(let names): return .unknown(names)
        case .failed(let error): return .failed(error)
        }
    }

    mutating func message(_ subject: RuleSubject) -> WrittenMessage {
        RuleVariables.bind(subject, messageSlots, of: variables, in: &frame, timetable)
        let zh = write(rule.message.zh, .zh, subject)
        let en = write(rule.message.en, .en, subject)
        let failures = zh.failures + en.failures
        let label = failures.isEmpty ? Label(zh: zh.text, en: en.text) : WrittenMessage.plain(rule.id, subject)
        return WrittenMessage(label: label, failures: failures)
    }

    private mutating func write(
        _ template: MessageTemplate, _ language: Language, _ subject: RuleSubject
    ) -> (text: String, failures: [EvaluationError]) {
        frame.set(RuleVariables.targetLabel, string: subject.target.label[language])
        frame.set(RuleVariables.unitLabel, string: subject.unit.label[language])
        if let part = subject.part { frame.set(RuleVariables.partLabel, string: part.label[language]) }
        return template.render(in: &frame, language, timetable)
    }
}
