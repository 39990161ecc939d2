import Diagnostics
import KPICore
import YAML

/// The members of a coverage as they are written.
enum MembersText {
    case listed([PartText<Members.Member>])
    /// The different values of a column.
    case register(RegisterID, column: String)
}

extension Shape where Value == MembersText {
    /// A list of names, or `{register: awardees, column: name}`. `column` is the one by which rows name a member.
    static func members(_ column: RegisterSchema.Column?, in context: TargetContext) -> Shape {
        Shape("a list of members, or {register: …, column: …}") { field in
            guard case .mapping = field.node.kind else {
                let units = column?.type == .unit ? context.units : nil
                return Shape<[PartText<Members.Member>]>.list(of: .member(units)).read(field).map { .listed($0) }
            }
            return Shape.mapping("members of a register") { members in
                guard let schema = members.register("register", in: context.registers) else {
                    members.acceptOtherKeys()
                    return nil
                }
                let type = column.map { [$0.type] } ?? [.text, .unit]
                guard let name = members.required("column", .column(of: schema, type)) else { return nil }
                return .register(schema.id, column: name)
            }.read(field)
        }
    }
}

extension Shape where Value == Double {
    /// `{at_least: 3}`
    static var each: Shape {
        .mapping("how much each member needs") { each in each.required("at_least", .positive) }
    }
}

/// The periods of a cadence and what each wants.
struct CadenceText {
    let period: PeriodLength
    let atLeast: Double
}

extension Shape where Value == CadenceText {
    /// `quarterly`, or `{period: quarterly, at_least: 2}`.
    static var every: Shape {
        Shape("a period, or {period: …, at_least: …}") { field in
            if field.isScalar {
                return Shape<PeriodLength>.periodLength.read(field).map { CadenceText(period: $0, atLeast: 1) }
            }
            return Shape.mapping("a cadence") { every in
                let period = every.required("period", .periodLength)
                let atLeast = every.optional("at_least", .positive, default: 1)
                return period.map { CadenceText(period: $0, atLeast: atLeast) }
            }.read(field)
        }
    }
}
