/// What a piece of text is coloured for. Colour only repeats what a word or a sign already says.
enum Ink: Sendable, Hashable {
    case plain, strong, faint
    case achieved, good, notice, risk, bad, calm

    /// The attributes of ECMA-48's SGR; nil: as the terminal has it.
    var attributes: String? {
        switch self {
        case .plain: nil
        case .strong: "1"
        case .faint: "2"
        case .achieved: "1;32"
        case .good: "32"
        case .notice: "33"
        case .risk: "38;5;208"
        case .bad: "1;31"
        case .calm: "36"
        }
    }
}
