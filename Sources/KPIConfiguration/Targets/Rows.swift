import KPICore

/// The rows that tell of a target's parts.
enum Rows {
    /// There are none: the target is reported on.
    case none
    /// There are, and what is said of them could not be read.
    case unread
    case read(RegisterMeasure, RegisterSchema)

    var measure: RegisterMeasure? {
        if case .read(let measure, _) = self { measure } else { nil }
    }

    var schema: RegisterSchema? {
        if case .read(_, let schema) = self { schema } else { nil }
    }

    /// The column that says which part a row is about.
    var partColumn: RegisterSchema.Column? {
        guard case .read(let measure, let schema) = self, let name = measure.part else { return nil }
        return schema.columns.first { $0.name == name }
    }
}
