/// How a light looks: a sign of its own shape, a word, and a colour.
struct LightFace {
    let light: Light

    /// A light this program does not know, from a newer daemon, is shown as no data.
    init(_ id: String) {
        light = Light(rawValue: id) ?? .noData
    }

    init(_ light: Light) {
        self.light = light
    }

    func sign(_ look: TableLook) -> String {
        switch light {
        case .achieved: look.sign("✓", "*")
        case .onTrack: look.sign("●", "+")
        case .attention: look.sign("◆", "~")
        case .atRisk: look.sign("▲", "!")
        case .offTrack: look.sign("✗", "x")
        case .notStarted: look.sign("□", ".")
        case .noData: "?"
        }
    }

    func word(_ look: TableLook) -> String {
        switch light {
        case .achieved: look.say("已达成", "achieved")
        case .onTrack: look.say("正常", "on track")
        case .attention: look.say("关注", "attention")
        case .atRisk: look.say("有风险", "at risk")
        case .offTrack: look.say("滞后", "off track")
        case .notStarted: look.say("未开始", "not started")
        case .noData: look.say("无数据", "no data")
        }
    }

    var ink: Ink {
        switch light {
        case .achieved: .achieved
        case .onTrack: .good
        case .attention: .notice
        case .atRisk: .risk
        case .offTrack: .bad
        case .notStarted: .calm
        case .noData: .faint
        }
    }

    /// A light in doubt has a question mark after its word.
    func text(_ look: TableLook, suspect: Bool = false) -> StyledText {
        StyledText("\(sign(look)) \(word(look))\(suspect ? "?" : "")", ink)
    }
}
