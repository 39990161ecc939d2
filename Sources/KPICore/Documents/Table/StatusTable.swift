/// How everything stands, as text for people: one line per target, then the reports that are missing, the alerts and
/// the daemon itself.
///
/// A pure function of its arguments: `status.txt` and `kpictl status` are the same text in different looks.
package struct StatusTable: Sendable {
    private let document: StatusDocument
    private let alerts: [OpenAlert]?
    private let source: StatusSource?
    private let look: TableLook

    /// - Parameters:
    ///   - alerts: those of `alerts.json`; without them targets show how many alerts they have, not how grave.
    ///   - source: what is known of the file and its writer, for a reader of files.
    package init(_ document: StatusDocument, alerts: [OpenAlert]?, source: StatusSource? = nil, _ look: TableLook) {
        self.document = document
        self.alerts = alerts
        self.source = source
        self.look = look
    }

    package var text: String {
        var blocks = [StatusHeading(document, source, look).lines, targets]
        blocks.append(MissingReports(document, look).lines)
        blocks.append(ReportingLines(document, look).lines + AlertLines(document, look).lines)
        blocks.append(HealthLines(document, source, look).lines)
        return blocks.filter { !$0.isEmpty }.map { lines in
            lines.map { $0.rendered(look) + "\n" }.joined()
        }.joined(separator: "\n")
    }

    /// Under their sections, in the order in which a section first comes.
    private var targets: [StyledText] {
        guard !document.targets.isEmpty else {
            return [StyledText(look.say("没有指标。", "There are no targets."), .faint)]
        }
        let grid = TargetGrid(document, alerts, look)
        var order: [String] = []
        var members: [String: [Int]] = [:]
        for (index, target) in document.targets.enumerated() {
            if members[target.section] == nil { order.append(target.section) }
            members[target.section, default: []].append(index)
        }
        return grid.heading
            + order.flatMap { section in
                let rows = members[section] ?? []
                let title = rows.first.map { document.targets[$0].sectionLabel[look.language] } ?? ""
                let heading = title.isEmpty ? [] : [StyledText(title, .strong).cut(to: look.width, look)]
                return heading + rows.flatMap { grid.rows($0) }
            }
    }
}
