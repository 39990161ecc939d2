import Diagnostics
import KPICore
import YAML

/// The items of a checklist as they are written.
enum ItemsText {
    case listed([PartText<Item>])
    /// The rows of the register.
    case rows(ItemColumns)
}

extension Shape where Value == ItemsText {
    /// A list of items, or `{title: …, due: …, done: …, owner: …, evidence: …, verified_by: …}` with columns.
    static func items(_ rows: Rows) -> Shape {
        Shape("a list of items, or the columns of a register") { field in
            guard case .mapping = field.node.kind else {
                return Shape<[PartText<Item>]>.list(of: .item).read(field).map { .listed($0) }
            }
            guard let schema = rows.schema else {
                if case .unread = rows { return nil }
                return field.refuse(
                    "missing-register", "columns are those of a register, and this target has none",
                    label: "add 'register:', or list the items")
            }
            return Shape<ItemColumns>.itemColumns(schema).read(field).map { .rows($0) }
        }
    }
}

extension Shape where Value == ItemColumns {
    fileprivate static func itemColumns(_ schema: RegisterSchema) -> Shape {
        .mapping("columns") { columns in
            let title = columns.optional("title", .column(of: schema, .text))
            let due = columns.optional("due", .column(of: schema, .date))
            let done = columns.required("done", .column(of: schema, .date))
            let owner = columns.optional("owner", .column(of: schema, .text))
            let evidence = columns.optional("evidence", .column(of: schema, .text))
            let verifiedBy = columns.optional("verified_by", .column(of: schema, .text))
            guard let done else { return nil }
            return ItemColumns(
                title: title, due: due, done: done, owner: owner, evidence: evidence, verifiedBy: verifiedBy)
        }
    }
}
