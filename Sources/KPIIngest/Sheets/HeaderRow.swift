import KPICore

/// A row near the top of a sheet, which may be its header or a part of it.
struct HeaderRow {
    let texts: [String]
    let line: Int
    /// Its number among the records of the sheet, from 1.
    let record: Int

    /// What it says as a title.
    var title: String { texts.filter { !$0.isEmpty }.joined(separator: " ") }

    struct Found {
        /// Which of the patterns it fits.
        let pattern: Int
        let header: SheetHeader
        /// The header's last row.
        let last: HeaderRow
        /// What stands above the header.
        let above: ArraySlice<HeaderRow>
    }

    /// The first pattern goes before the others, wherever in the sheet it fits.
    static func header(among rows: [HeaderRow], for patterns: [HeaderPattern]) -> Found? {
        for (index, pattern) in patterns.enumerated() {
            for place in rows.indices {
                if place + 1 < rows.count, rows[place + 1].goesOn(from: rows[place]) {
                    let header = SheetHeader(rows[place + 1].joined(to: rows[place]), for: pattern)
                    if header.isComplete {
                        return Found(
                            pattern: index, header: header, last: rows[place + 1], above: rows[..<place])
                    }
                }
                let header = SheetHeader(rows[place].texts, for: pattern)
                if header.isComplete {
                    return Found(pattern: index, header: header, last: rows[place], above: rows[..<place])
                }
            }
        }
        return nil
    }

    /// Whether it divides what the row above it names, as 本月 and 累计 below 引进人才: it holds no number, and under the
    /// first name above there is nothing, or the same again where both cells were one.
    private func goesOn(from upper: HeaderRow) -> Bool {
        guard texts.count(where: { !$0.isEmpty }) >= 2,
            !texts.contains(where: {
                $0.unicodeScalars.contains { ("0"..."9").contains($0) || ("０"..."９").contains($0) }
            }),
            let first = upper.texts.firstIndex(where: { !$0.isEmpty })
        else { return false }
        let below = first < texts.count ? texts[first] : ""
        return below.isEmpty || below == upper.texts[first]
    }

    /// `引进人才 本月`: a name above stands for the columns to its right as long as they are divided and have none of their
    /// own.
    private func joined(to upper: HeaderRow) -> [String] {
        var name = ""
        return (0..<max(texts.count, upper.texts.count)).map { place in
            let above = place < upper.texts.count ? FoldedText(upper.texts[place]).text : ""
            let below = place < texts.count ? FoldedText(texts[place]).text : ""
            if !above.isEmpty || below.isEmpty { name = above }
            if below.isEmpty || below == name { return name }
            return name.isEmpty ? below : "\(name) \(below)"
        }
    }
}
