/// How grave an alert is, as a sign and a word. One that is pending has not fired yet, whatever its severity.
enum AlertMark: CaseIterable {
    case critical, warning, info, pending

    init(_ alert: OpenAlert) {
        guard alert.isFiring else {
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
        case .pending: "~"
        }
    }

    func word(_ look: TableLook) -> String {
        switch self {
        case .critical: look.say("严重", "critical")
        case .warning: look.say("警告", "warning")
        case .info: look.say("提示", "info")
        case .pending: look.say("待定", "pending")
        }
    }

    var ink: Ink {
        switch self {
        case .critical: .bad
        case .warning: .notice
        case .info: .calm
        case .pending: .faint
        }
    }

    func count(in counts: StatusDocument.AlertCounts) -> Int {
        switch self {
        case .critical: counts.critical
        case .warning: counts.warning
        case .info: counts.info
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
