/// How grave an alert is, as a sign and a word. One that is pending has not fired yet, whatever its severity;
/// one that recovers is on its way out.
enum AlertMark: CaseIterable {
    case critical, warning, info, recovering, pending

    init(_ alert: OpenAlert) {
        switch AlertPhase.Name(rawValue: alert.state) {
        case .firing: break
        case .recovering:
            self = .recovering
            return
        case .inactive, .pending, .resolved, nil:
            self = .pending
            return
        }
        switch alert.severity.flatMap(Severity.init(rawValue:)) {
        case .critical: self = .critical
        case .warning: self = .warning
        case .info, nil: self = .info
        }
    }

    var sign: String {
        switch self {
        case .critical: "!!"
        case .warning: "!"
        case .info: "i"
        case .recovering: "-"
        case .pending: "~"
        }
    }

    func word(_ look: TableLook) -> String {
        switch self {
        case .critical: look.say("严重", "critical")
        case .warning: look.say("警告", "warning")
        case .info: look.say("提示", "info")
        case .recovering: look.say("恢复中", "recovering")
        case .pending: look.say("待定", "pending")
        }
    }

    var ink: Ink {
        switch self {
        case .critical: .bad
        case .warning: .notice
        case .info: .calm
        case .recovering, .pending: .faint
        }
    }

    func count(in counts: StatusDocument.AlertCounts) -> Int {
        switch self {
        case .critical: counts.critical
        case .warning: counts.warning
        case .info: counts.info
        case .recovering: counts.recovering
        case .pending: counts.pending
        }
    }

    /// `!!1 !2`: how many there are of each; nothing where there are none.
    static func counts(of alerts: [OpenAlert]) -> StyledText {
        let marks = Dictionary(grouping: alerts, by: AlertMark.init)
        return allCases.compactMap { mark in
            marks[mark].map { StyledText("\(mark.sign)\($0.count)", mark.ink) }
        }.joined(StyledText(" "))
    }
}
