/// What a register (台账) holds: a list of dated things with a key each, such as societies or events.
package struct RegisterSchema: Sendable, Hashable {
    package enum ColumnType: String, Sendable, CaseIterable {
        case text, date, number, unit, bool
    }

    package struct Column: Sendable, Hashable {
        package let name: String
        package let type: ColumnType
        package let isRequired: Bool

        package init(_ name: String, _ type: ColumnType, isRequired: Bool = false) {
            (self.name, self.type, self.isRequired) = (name, type, isRequired)
        }
    }

    /// What an upload is.
    package enum Mode: String, Sendable, CaseIterable {
        /// The whole register: a row that is no longer in it is gone.
        case snapshot
        /// Rows to add or to replace; the others stay.
        case addition
    }

    /// When a row was known.
    package enum KnownFrom: Sendable, Hashable {
        /// Since the upload that brought it.
        case upload
        /// Since the day in a column; a row without that day is known from its upload.
        case column(String)
        /// Since ever: what is in it was agreed before anything of it happened, as a plan's measures are.
        case always
    }

    package let id: RegisterID
    package let label: Label
    package let columns: [Column]
    /// The columns that together name an entity.
    package let key: [String]
    /// The column with what people call an entity; nil: its key.
    package let title: String?
    /// The day from which an entity is there.
    package let from: String?
    /// The day from which it is no longer there.
    package let to: String?
    /// The column that names the unit it belongs to.
    package let unit: String?
    package let mode: Mode
    package let knownFrom: KnownFrom

    package init(
        id: RegisterID, label: Label, columns: [Column], key: [String], title: String? = nil, from: String? = nil,
        to: String? = nil, unit: String? = nil, mode: Mode = .snapshot, knownFrom: KnownFrom = .upload
    ) {
        self.id = id
        self.label = label
        self.columns = columns
        self.key = key
        self.title = title
        self.from = from
        self.to = to
        self.unit = unit
        self.mode = mode
        self.knownFrom = knownFrom
    }

    package func index(of column: String) -> Int? { columns.firstIndex { $0.name == column } }

    /// Whether an entity is there on a day.
    func isThere(_ cells: [Cell], at day: LocalDate) -> Bool {
        if let from = from.flatMap(index) {
            guard case .date(let first) = cells[from], first <= day else { return false }
        }
        if let to = to.flatMap(index), case .date(let end) = cells[to], end <= day { return false }
        return true
    }

    /// What names an entity in alerts and lists: its key as it is written, parts joined by a slash.
    func name(of cells: [Cell]) -> String {
        key.compactMap { index(of: $0).map { cells[$0].text } }.joined(separator: "/")
    }
}
