/// What an upload would change in a register.
package struct RegisterDifference: Sendable {
    package struct Change: Sendable, Hashable {
        package let entity: String
        /// What is written now, and what would be, in each column that differs.
        package let cells: [Cell]

        package struct Cell: Sendable, Hashable {
            package let column: String
            package let now: String
            package let then: String
        }
    }

    /// Entities with their cells in the order of the columns, as they are written.
    package private(set) var added: [(entity: String, cells: [String])] = []
    package private(set) var changed: [Change] = []
    package private(set) var removed: [(entity: String, cells: [String])] = []
    package private(set) var unchanged = 0

    /// - Parameter isWhole: no row of the upload was refused; otherwise nothing is struck off.
    package init(
        _ schema: RegisterSchema, now current: [(entity: String, cells: [Cell])], upload: [RegisterRow], isWhole: Bool
    ) {
        var standing = Dictionary(current.map { ($0.entity, $0.cells) }) { first, _ in first }
        for row in upload {
            let then = row.cells ?? []
            let name = Self.name(row.entity)
            guard let now = standing.removeValue(forKey: row.entity) else {
                added.append((name, then.map(\.text)))
                continue
            }
            let cells = zip(schema.columns, zip(now, then)).compactMap { column, cells in
                cells.0 == cells.1
                    ? nil : Change.Cell(column: column.name, now: cells.0.text, then: cells.1.text)
            }
            if cells.isEmpty { unchanged += 1 } else { changed.append(Change(entity: name, cells: cells)) }
        }
        guard schema.mode == .snapshot, isWhole else { return }
        for (entity, cells) in current where standing[entity] != nil {
            removed.append((Self.name(entity), cells.map(\.text)))
        }
    }

    private static func name(_ entity: String) -> String { entity.replacing("\u{1F}", with: "/") }

    package var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }
}
