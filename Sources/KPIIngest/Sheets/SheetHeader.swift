import Diagnostics
import KPICore

/// Where in a sheet each column of a pattern stands, by the names in its header.
struct SheetHeader {
    /// For each column that was looked for, its place in a record.
    let positions: [Int?]
    /// What is written in each of its cells.
    let names: [String]
    /// How many columns the header has; empty ones at its end aside.
    let width: Int
    let remarks: [Remark]
    let isUsable: Bool
    /// Whether it names all that the pattern asks for.
    let isComplete: Bool

    init(_ record: CSVRecord, for pattern: HeaderPattern) {
        let columns = pattern.columns
        let written = record.texts.map { FoldedText($0).text.lowercased() }
        var positions = [Int?](repeating: nil, count: columns.count)
        var unknown: [String] = []
        var remarks: [Remark] = []
        for (place, name) in written.enumerated() where !name.isEmpty {
            guard let column = columns.firstIndex(where: { $0.names.contains(name) }) else {
                if !pattern.ignored.contains(name) { unknown.append(name) }
                continue
            }
            if positions[column] != nil {
                remarks.append(Self.twice(name))
            } else {
                positions[column] = place
            }
        }
        var isComplete = pattern.choice.map { choice in choice.contains { positions[$0] != nil } } ?? true
        for (column, position) in zip(columns, positions) where position == nil {
            if column.isRequired {
                isComplete = false
                remarks.append(Self.missing(column, among: unknown))
            }
        }
        let free = zip(columns, positions).filter { $0.1 == nil }.compactMap(\.0.names.first)
        remarks += unknown.map { Self.unknown($0, free: free) }
        self.positions = positions
        names = record.texts.map { FoldedText($0).text }
        self.remarks = remarks
        width = (written.lastIndex { !$0.isEmpty } ?? -1) + 1
        isUsable = !remarks.contains { $0.action == .reject }
        self.isComplete = isComplete
    }

    private static func twice(_ name: String) -> Remark {
        .reject(
            .columnTwice, zh: "“\(excerpted(name))”列出现了两次：请只保留一列。",
            en: "the column '\(excerpted(name))' stands there twice: keep one.")
    }

    private static func missing(_ column: SheetColumn, among unknown: [String]) -> Remark {
        let name = column.names[0]
        guard let near = Suggestion.nearest(to: name, in: unknown) else {
            return .reject(
                .columnMissing, zh: "缺少“\(name)”列：请在表头中加上它。",
                en: "the column '\(name)' is missing: add it to the header.")
        }
        return .reject(
            .columnMissing, zh: "缺少“\(name)”列；“\(excerpted(near))”是不是它？请改正表头。",
            en: "the column '\(name)' is missing; is it '\(excerpted(near))'? Correct the header.")
    }

    /// A name that is nearly a column's is most likely that column, and what it holds would go unread.
    private static func unknown(_ name: String, free: [String]) -> Remark {
        guard let near = Suggestion.nearest(to: name, in: free) else {
            return .note(
                .columnUnknown, zh: "“\(excerpted(name))”列不在格式之内，未读取。",
                en: "the column '\(excerpted(name))' is not part of the format and was not read.")
        }
        return .doubt(
            .columnUnknown, zh: "“\(excerpted(name))”列未读取：是不是“\(near)”？请改正表头。",
            en: "the column '\(excerpted(name))' was not read: did you mean '\(near)'? Correct the header.")
    }
}
