/// How complete and how punctual the reports are.
struct ReportingLines {
    private let document: StatusDocument
    private let look: TableLook

    init(_ document: StatusDocument, _ look: TableLook) {
        (self.document, self.look) = (document, look)
    }

    var lines: [StyledText] {
        let reports = document.reports
        let title = StyledText(look.say("上报  ", "Reports  "), .strong)
        guard reports.expected > 0 else {
            return [title + StyledText(look.say("目前没有应报的报表", "none is expected at present"), .faint)]
        }
        func share(_ value: Double?) -> String { value.map { look.percent($0) } ?? look.unknown }
        let came = reports.onTime + reports.late
        var parts = [
            look.say(
                "完整率 \(share(reports.completeness))（\(came)/\(reports.expected)）",
                "complete \(share(reports.completeness)) (\(came) of \(reports.expected))"),
            look.say(
                "及时率 \(share(reports.timeliness))（\(reports.onTime)/\(reports.expected)）",
                "on time \(share(reports.timeliness)) (\(reports.onTime) of \(reports.expected))"),
            look.say("迟报 \(reports.late)", "late \(reports.late)"),
            look.say("未报 \(reports.missing)", "missing \(reports.missing)"),
        ]
        if reports.exempt > 0 { parts.append(look.say("免报 \(reports.exempt)", "exempt \(reports.exempt)")) }
        return StyledText.flowed(
            parts.map { StyledText($0) }, after: title, between: StyledText(look.dot), to: look.width)
    }
}
