import Diagnostics
import KPICore

/// Finds a register by what somebody typed.
enum RegisterChoice {
    static func find(_ id: String, in catalog: Catalog) throws -> RegisterSchema {
        if let found = catalog.registers[RegisterID(id)] { return found }
        let names = catalog.registers.keys.map(\.text).sorted()
        let nearest = Suggestion.nearest(to: id, in: names)
        let list = names.joined(separator: ", ")
        throw Failure(
            .notFound, zh: "没有台账“\(id)”" + (nearest.map { "：是不是“\($0)”？" } ?? "，现有：\(list)。"),
            en: "there is no register '\(id)'" + (nearest.map { ": did you mean '\($0)'?" } ?? "; there are \(list)."))
    }
}
