/// How a target's periods went: a sign for each, and in words those that did not go as planned.
struct HistoryLines {
    /// No more periods than this have a sign.
    private static let shown = 26

    private let target: TargetStatus
    private let look: TableLook
    private let year: Substring

    init(_ target: TargetStatus, _ document: StatusDocument, _ look: TableLook) {
        (self.target, self.look) = (target, look)
        year = document.asOf.prefix(4)
    }

    var lines: [StyledText] {
        // A cadence shows its periods as its parts.
        guard !target.history.isEmpty, target.kind != Kind.cadence.rawValue || target.parts.isEmpty else { return [] }
        let periods = target.history.suffix(Self.shown)
        let hidden = target.history.count - periods.count
        let before = hidden > 0 ? [StyledText(look.say("前\(hidden)期", "\(hidden) before"), .faint)] : []
        let signs = before + periods.map { StyledText("\(name($0)) ", .faint) + sign($0) }
        let indent = StyledText("  ")
        return [StyledText(look.say("历期", "History"), .strong)]
            + StyledText.flowed(signs, after: indent, between: indent, to: look.width)
            + (words.isEmpty
                ? [] : StyledText.flowed(words, after: indent, between: StyledText(look.dot), to: look.width))
    }

    /// `03`, `Q1`, `W36`; with its year where that is not the document's.
    private func name(_ period: PeriodStatus) -> String {
        guard period.period.prefix(4) == year else { return period.period }
        let rest = period.period.dropFirst(4)
        return rest.isEmpty ? period.period : String(rest.first == "-" ? rest.dropFirst() : rest)
    }

    /// That of the light as it was, but of a period that was made good its own. With a star where the figure is another
    /// one now.
    private func sign(_ period: PeriodStatus) -> StyledText {
        let mark = period.corrected ? StyledText("*", .faint) : StyledText()
        switch PeriodRecord.State(rawValue: period.state) {
        case .madeUp: return StyledText(PartFace.madeUpSign(look), .notice) + mark
        case .notJudged: return StyledText(look.unknown, .faint) + mark
        default:
            let face = LightFace(period.light)
            return StyledText(face.sign(look), face.ink) + mark
        }
    }

    private var words: [StyledText] {
        let states: [(PeriodRecord.State, sign: String, Ink)] = [
            (.missed, "", .bad), (.missing, "? ", .faint), (.madeUp, PartFace.madeUpSign(look) + " ", .notice),
        ]
        var words = states.compactMap { state, sign, ink in
            list(sign + state.label[look.language], ink) { $0.state == state.rawValue }
        }
        if let corrected = list(look.say("* 已更正", "* corrected"), .faint, { $0.corrected }) { words.append(corrected) }
        return words
    }

    private func list(_ word: String, _ ink: Ink, _ isMeant: (PeriodStatus) -> Bool) -> StyledText? {
        let names = target.history.suffix(Self.shown).filter(isMeant).map(name)
        guard !names.isEmpty else { return nil }
        return StyledText(word, ink) + StyledText(look.say("：", ": ") + names.joined(separator: look.comma))
    }
}
