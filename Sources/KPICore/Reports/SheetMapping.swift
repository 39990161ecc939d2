/// How a sheet is read that an organisation has laid out in its own way.
package struct SheetMapping: Sendable, Hashable {
    /// What the cells of a column are to a target.
    package enum Role: Sendable, Hashable {
        /// The figure itself; nil: in the form that the target says.
        case figure(Form?)
        /// What had come about before the period (上月止累计): no figure, but one to check the others by.
        case carried
    }

    /// A column that holds a figure in each row.
    package struct Figure: Sendable, Hashable {
        package let header: String
        package let target: TargetID
        package let role: Role

        package init(header: String, target: TargetID, role: Role) {
            (self.header, self.target, self.role) = (header, target, role)
        }
    }

    package let id: String
    /// Of the file as it lies in the inbox, with `*` for any letters; one of them must match.
    package let files: [String]
    /// Of the sheet in a workbook, likewise; nil: every sheet.
    package let sheet: String?
    /// How the sheet calls what kpid calls otherwise.
    package let columns: [ReportColumn: String]
    /// What holds for every row.
    package let fixed: [ReportColumn: String]
    /// Columns of figures, in the order in which they are written. Empty: a row is one figure, as `columns` say.
    package let figures: [Figure]
    /// Columns that say nothing of their own, such as serial numbers.
    package let ignored: [String]

    package init(
        id: String, files: [String], sheet: String? = nil, columns: [ReportColumn: String] = [:],
        fixed: [ReportColumn: String] = [:], figures: [Figure] = [], ignored: [String] = []
    ) {
        self.id = id
        self.files = files
        self.sheet = sheet
        self.columns = columns
        self.fixed = fixed
        self.figures = figures
        self.ignored = ignored
    }

    /// Whether it is for a file, by its name without folders, and for a sheet of it.
    package func isFor(file: String, sheet name: String?) -> Bool {
        guard files.contains(where: { Matchers.matches(file, pattern: $0) }) else { return false }
        guard let sheet, let name else { return true }
        return Matchers.matches(name, pattern: sheet)
    }
}
