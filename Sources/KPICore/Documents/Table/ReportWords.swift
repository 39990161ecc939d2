/// How a report stands, in words.
enum ReportWords {
    /// A state this program does not know is shown as it is written.
    static func text(_ state: String, _ look: TableLook) -> String {
        switch ReportState(rawValue: state) {
        case .notExpected: look.say("不需上报", "not expected")
        case .notDue: look.say("未到期", "not due")
        case .dueSoon: look.say("即将到期", "due soon")
        case .onTime: look.say("按时", "on time")
        case .late: look.say("迟报", "late")
        case .missing: look.say("未报", "missing")
        case .exempt: look.say("免报", "exempt")
        case nil: state
        }
    }

    static func ink(_ state: String) -> Ink {
        switch ReportState(rawValue: state) {
        case .missing: .bad
        case .late, .dueSoon: .notice
        case .onTime: .plain
        case .notExpected, .notDue, .exempt, nil: .faint
        }
    }
}
