/// How a part of a target looks: a sign of its own shape, a word, and a colour.
struct PartFace {
    private let part: PartStatus
    /// Nil: one that this program does not know, from a newer daemon; it is shown as it is written.
    private let state: PartState?

    init(_ part: PartStatus) {
        self.part = part
        state = PartState(rawValue: part.state)
    }

    /// Done, and waiting for a second person to strike it off.
    private var isUnclosed: Bool { (state == .done || state == .doneLate) && !part.met }

    func text(_ look: TableLook) -> StyledText {
        let label = state?.label ?? Label(part.state)
        let word = isUnclosed ? look.say("\(label.zh)未销号", "\(label.en), not closed") : label[look.language]
        return StyledText("\(sign(look)) \(word)", ink)
    }

    private func sign(_ look: TableLook) -> String {
        if isUnclosed { return look.sign("◆", "~") }
        switch state {
        case .done, .doneLate, .closed, .met: return look.sign("✓", "*")
        case .open: return look.sign("□", ".")
        case .short: return look.sign("▲", "!")
        case .overdue, .missed, .violated: return look.sign("✗", "x")
        case .madeUp: return Self.madeUpSign(look)
        case nil: return "?"
        }
    }

    /// Of what was missed and made good: not the sign of what was met.
    static func madeUpSign(_ look: TableLook) -> String { look.sign("↺", "^") }

    private var ink: Ink {
        if isUnclosed { return .notice }
        switch state {
        case .done, .closed, .met: return .good
        case .doneLate, .madeUp: return .notice
        case .open: return .calm
        case .short: return .risk
        case .overdue, .missed, .violated: return .bad
        case nil: return .faint
        }
    }
}
