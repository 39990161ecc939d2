import KPICore

/// Finds entities under different keys that may be one and the same: an event that two hosts have entered. They have the
/// same day and a title that is the same, or nearly; a person decides.
struct EntityTwins {
    private struct Entry {
        let entity: String
        let title: String
        let letters: TitleLetters
        /// Nil: it was there before.
        let line: Int?
    }

    private let schema: RegisterSchema
    private let title: Int
    private let day: Int

    /// Beyond so many on one day only equal titles are looked for: each would have to be compared with each.
    private static let compared = 300

    /// Nil for a register whose entities have no title or no day.
    init?(_ schema: RegisterSchema) {
        guard let title = schema.title.flatMap(schema.index), let day = schema.from.flatMap(schema.index),
            !schema.key.contains(schema.columns[title].name)
        else { return nil }
        (self.schema, self.title, self.day) = (schema, title, day)
    }

    func find(
        among rows: [RegisterRow], known: [(entity: String, cells: [Cell])], into findings: inout FindingList
    ) {
        let sent = Set(rows.map(\.entity))
        var days: [LocalDate: [Entry]] = [:]
        for (entity, cells) in known where !sent.contains(entity) { add(entity, cells, line: nil, to: &days) }
        for row in rows { row.cells.map { add(row.entity, $0, line: row.origin.line, to: &days) } }
        for entries in days.values where entries.count > 1 {
            for twin in twins(entries) {
                findings.add(.twin(twin.title, twin.of), line: twin.line, column: schema.columns[title].name)
            }
        }
    }

    private func add(_ entity: String, _ cells: [Cell], line: Int?, to days: inout [LocalDate: [Entry]]) {
        guard case .date(let date) = cells[day] else { return }
        let text = cells[title].text
        let letters = TitleLetters(text)
        guard !letters.isEmpty else { return }
        days[date, default: []].append(Entry(entity: entity, title: text, letters: letters, line: line))
    }

    /// Each row of the file with the first entry of its day that it may be a twin of.
    private func twins(_ entries: [Entry]) -> [(title: String, of: String, line: Int)] {
        var found: [(String, String, Int)] = []
        var first: [TitleLetters: Entry] = [:]
        for (place, entry) in entries.enumerated() {
            var twin = first[entry.letters]
            if twin == nil, entries.count <= Self.compared {
                twin = entries[..<place].first { $0.letters.resemble(entry.letters) }
            }
            if first[entry.letters] == nil { first[entry.letters] = entry }
            guard let line = entry.line, let twin else { continue }
            found.append((entry.title, "\(twin.entity.replacing("\u{1F}", with: "/")) \(twin.title)", line))
        }
        return found
    }
}

extension Remark {
    fileprivate static func twin(_ title: String, _ other: String) -> Remark {
        .doubt(
            .duplicateEntity, zh: "“\(excerpted(title))”与“\(excerpted(other))”日期相同、名称相同或相近：是否为同一事项重复登记？请核对。",
            en:
                "'\(excerpted(title))' has the day and the title, or nearly, of '\(excerpted(other))': is it entered twice? "
                + "Check it.")
    }
}
