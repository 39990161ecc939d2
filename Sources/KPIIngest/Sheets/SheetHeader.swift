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
    /// Whether it names all that the pattern asks for.
    let isComplete: Bool
    private let twice: [String]
    private let missing: [SheetColumn]
    private let unknown: [String]
    /// The proper names of columns that it does not name.
    private let free: [String]

    /// - Parameter texts: what stands in its cells.
    init(_ texts: [String], for pattern: HeaderPattern) {
        let columns = pattern.columns
        let written = texts.map { FoldedText($0).text.lowercased() }
        var positions = [Int?](repeating: nil, count: columns.count)
        var (unknown, twice): ([String], [String]) = ([], [])
        for (place, name) in written.enumerated() where !name.isEmpty {
            guard let column = pattern.place(of: name) else {
                if !pattern.ignored.contains(name) { unknown.append(name) }
                continue
            }
            if positions[column] == nil { positions[column] = place } else { twice.append(name) }
        }
        let absent = zip(columns, positions).filter { $0.1 == nil }.map(\.0)
        missing = absent.filter(\.isRequired)
        free = absent.compactMap(\.names.first)
        let isChosen = pattern.choice.map { choice in choice.contains { positions[$0] != nil } } ?? true
        isComplete = isChosen && missing.isEmpty
        names = texts.map { FoldedText($0).text }
        width = (written.lastIndex { !$0.isEmpty } ?? -1) + 1
        (self.positions, self.unknown, self.twice) = (positions, unknown, twice)
    }

    var isUsable: Bool { twice.isEmpty && missing.isEmpty }

    var remarks: [Remark] {
        twice.map(Self.twice) + missing.map { Self.missing($0, among: unknown) }
            + unknown.map { Self.unknown($0, free: free) }
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
