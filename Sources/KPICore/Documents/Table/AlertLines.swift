/// How many alerts there are. Their words double as the legend of the signs.
struct AlertLines {
    private let document: StatusDocument
    private let look: TableLook

    init(_ document: StatusDocument, _ look: TableLook) {
        (self.document, self.look) = (document, look)
    }

    var lines: [StyledText] {
        let title = StyledText(look.say("告警  ", "Alerts   "), .strong)
        let counts = AlertMark.allCases.compactMap { mark -> StyledText? in
            let count = mark.count(in: document.alerts)
            return count == 0 ? nil : StyledText("\(mark.sign) \(mark.word(look)) \(count)", mark.ink)
        }
        let none = StyledText(look.say("没有", "none"), .faint)
        return StyledText.flowed(
            counts.isEmpty ? [none] : counts, after: title, between: StyledText(look.dot), to: look.width)
    }
}
