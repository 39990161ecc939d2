/// Reads what a register's row says of an item on a checklist.
struct ItemReader {
    private let target: Target
    private let schema: RegisterSchema
    private let titleColumn: Int?
    private let dueColumn: Int?
    private let doneColumn: Int?
    private let ownerColumn: Int?
    private let evidenceColumn: Int?
    private let verifierColumn: Int?

    init(_ columns: ItemColumns, _ schema: RegisterSchema, _ target: Target) {
        self.target = target
        self.schema = schema
        titleColumn = (columns.title ?? schema.title).flatMap(schema.index)
        dueColumn = columns.due.flatMap(schema.index)
        doneColumn = schema.index(of: columns.done)
        ownerColumn = columns.owner.flatMap(schema.index)
        evidenceColumn = columns.evidence.flatMap(schema.index)
        verifierColumn = columns.verifiedBy.flatMap(schema.index)
    }

    /// Whether anything beyond being done is asked of an item.
    var needsClosing: Bool { evidenceColumn != nil || verifierColumn != nil }

    /// The item's own day, or else the target's.
    func due(_ cells: [Cell]) -> LocalDate { date(dueColumn, cells) ?? target.due }

    func doneOn(_ cells: [Cell]) -> LocalDate? { date(doneColumn, cells) }

    func owner(_ cells: [Cell]) -> String { ownerColumn.map { cells[$0].text } ?? "" }

    func title(_ cells: [Cell]) -> String {
        let title = titleColumn.map { cells[$0].text } ?? ""
        return title.isEmpty ? schema.name(of: cells) : title
    }

    /// There is evidence, and somebody other than the owner has verified it, as far as the register has such columns.
    func isClosed(_ cells: [Cell]) -> Bool {
        if let evidenceColumn, cells[evidenceColumn].text.isEmpty { return false }
        guard let verifierColumn else { return true }
        let verifier = cells[verifierColumn].text
        return !verifier.isEmpty && verifier != owner(cells)
    }

    private func date(_ column: Int?, _ cells: [Cell]) -> LocalDate? {
        if let column, case .date(let date) = cells[column] { date } else { nil }
    }
}
