internal import GRDB

/// Rows of one table, looked at one ahead, so that several tables can be told as one history without holding more than
/// a row of each.
struct HistoryStream<Content> {
    private let source: HistorySource
    private let rows: RowCursor
    private let content: (HistorySource, Row) throws -> Content
    private(set) var next: (position: HistoryPosition, content: Content)?

    init(
        _ source: HistorySource, _ rows: RowCursor, content: @escaping (HistorySource, Row) throws -> Content
    ) throws {
        (self.source, self.rows, self.content) = (source, rows, content)
        try advance()
    }

    mutating func advance() throws {
        next = try rows.next().map { (try source.position($0), try content(source, $0)) }
    }
}

extension Array {
    /// Takes what comes first in all streams.
    ///
    /// - Parameter precedes: whether one position comes before another one.
    mutating func popFirst<Content>(
        by precedes: (HistoryPosition, HistoryPosition) -> Bool
    ) throws -> (position: HistoryPosition, content: Content)? where Element == HistoryStream<Content> {
        var first: (index: Int, position: HistoryPosition)?
        for (index, stream) in enumerated() {
            guard let position = stream.next?.position else { continue }
            if first.map({ precedes(position, $0.position) }) ?? true { first = (index, position) }
        }
        guard let first else { return nil }
        let taken = self[first.index].next
        try self[first.index].advance()
        return taken
    }
}
