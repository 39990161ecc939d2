/// The rows of a file of reports that may be taken, in the order of the file. They are read anew whenever they are asked
/// for, so that a million of them need not be held.
package struct ReportRows: Sendable {
    package typealias Reader = @Sendable (_ each: (Observation) throws -> Void) throws -> Void

    package let count: Int
    private let reader: Reader

    /// - Parameter reader: calls with each row, and always with the same; it throws what it is thrown, and where they cannot
    ///   be read any more.
    package init(count: Int, reader: @escaping Reader) {
        (self.count, self.reader) = (count, reader)
    }

    package init(_ rows: [Observation]) {
        self.init(count: rows.count) { each in
            for row in rows { try each(row) }
        }
    }

    package var isEmpty: Bool { count == 0 }

    package func forEach(_ each: (Observation) throws -> Void) throws { try reader(each) }

    /// All of them at once, for files that are known to be small.
    package func all() throws -> [Observation] {
        var rows: [Observation] = []
        try forEach { rows.append($0) }
        return rows
    }
}
