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
    }

    package let id: RegisterID
    package let label: Label
    package let columns: [Column]
    /// The columns that together name an entity.
    package let key: [String]
    /// The day from which an entity is there.
    package let from: String?
    /// The day from which it is no longer there.
    package let to: String?
    /// The column that names the unit it belongs to.
    package let unit: String?
    package let mode: Mode
    package let knownFrom: KnownFrom

    package init(
        id: RegisterID, label: Label, columns: [Column], key: [String], from: String? = nil, to: String? = nil,
        unit: String? = nil, mode: Mode = .snapshot, knownFrom: KnownFrom = .upload
    ) {
        self.id = id
        self.label = label
        self.columns = columns
        self.key = key
        self.from = from
        self.to = to
        self.unit = unit
        self.mode = mode
        self.knownFrom = knownFrom
    }

    package func index(of column: String) -> Int? { columns.firstIndex { $0.name == column } }
}
