import KPICore

/// Judges the reports of a file: each row by itself, then all of them together and beside what was reported before.
struct ReportReader {
    private let context: IntakeContext
    private let origin: SheetOrigin
    private let limits: IntakeLimits
    private let watch: TextSource.Watcher?
    private var figures: FigureReader
    private var sent = SentFigures()
    private var sums: [SumStatement] = []
    private var sheets: [ReadSheet] = []

    /// A sheet, and where and how its rows stand in it.
    private struct ReadSheet: Sendable {
        let sheet: SheetText
        /// How many records stand before the first row, the header among them.
        let above: Int
        let layout: ReportLayout
    }

    /// - Parameter watch: told how far the rows have been read that are taken.
    init(
        _ context: IntakeContext, _ limits: IntakeLimits, _ origin: SheetOrigin, _ watch: TextSource.Watcher? = nil
    ) {
        (self.context, self.limits, self.origin, self.watch) = (context, limits, origin, watch)
        figures = FigureReader(context, origin)
    }

    /// Reads every row that is left of a sheet.
    mutating func readAll(
        _ sheet: SheetText, _ reader: inout SheetReader, _ layout: ReportLayout, into findings: inout FindingList
    ) {
        sheets.append(ReadSheet(sheet: sheet, above: reader.records, layout: layout))
        var walk = figures
        walk.readAll(&reader, layout, into: &findings) { observation, row, number, findings in
            if observation.isRetraction, observation.revision == 0, !isKnown(observation.key) {
                findings.refuse(
                    .nothingToTakeBack, line: observation.origin.line, column: ReportColumn.value.name,
                    subject: observation.subject)
                return
            }
            sent.add(observation, number: number)
            if let statement = row.sumStatement(of: observation, line: observation.origin.line) {
                sums.append(statement)
            }
        }
        figures = walk
    }

    /// Whether anything was ever reported on a figure.
    private func isKnown(_ key: Observation.Key) -> Bool {
        context.facts.reports.series(of: key.target, from: key.unit)?.speaks(of: key) ?? false
    }

    /// The rows that may be taken, when all sheets were read; what is odd about them among the others, and among what
    /// was reported before, is told.
    mutating func finish(into findings: inout FindingList) -> ReportRows {
        sent.settle(&findings)
        PastCheck(context, sent).check(sums, into: &findings)
        settle(&findings)
        let isTaken = sent.takenNumbers(of: figures.looked)
        // What is known is not needed any more, and whoever holds on to it keeps others from changing it in place.
        let context = context.withoutFacts
        return ReportRows(count: isTaken.count { $0 }) { [sheets, limits, origin, watch] each in
            var figures = FigureReader(context, origin)
            var findings = FindingList(limit: 0)
            for read in sheets {
                let sheet = watch.map { read.sheet.watched(by: $0) } ?? read.sheet
                var reader = SheetReader(sheet, limits: limits)
                reader.skip(read.above)
                try figures.readAll(&reader, read.layout, into: &findings) {
                    isTaken[$0]
                } take: { observation, _, _, _ in
                    try each(observation)
                }
            }
        }
    }

    /// What was open about a figure is settled by a row on it of which nothing odd is found.
    private func settle(_ findings: inout FindingList) {
        let book = context.facts.findings
        var odd: Set<Observation.Key>?
        for place in 0..<sent.count where sent.isTaken(place) && book.speaks(of: sent.subject(of: place).target) {
            let about = sent.about(place)
            let doubted = odd ?? Set(findings.findings.filter { $0.action > .note }.compactMap(\.subject?.key))
            odd = doubted
            guard !doubted.contains(about.key), !book.open(about.key, asOf: about.at).isEmpty else { continue }
            findings.add(.settled, line: sent.line(place), subject: about)
        }
    }
}

extension Observation {
    /// What a finding about it is about.
    var subject: Finding.Subject { Finding.Subject(key, at: submittedAt) }
}

extension Remark {
    static let settled = Remark.note(
        .settled, zh: "此前存疑或被退回的该项数据已核清。", en: "what was open about this figure is settled.")

    static let nothingToTakeBack = Remark.reject(
        .revisionBad, zh: "没有报送过这一项，无可撤回：请核对指标、单位和期间。",
        en: "nothing was reported there that could be taken back: check the indicator, the unit and the period.")
}
