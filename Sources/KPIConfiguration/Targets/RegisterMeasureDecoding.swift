import CEL
import Diagnostics
import KPICore

extension Shape where Value == RegisterMeasure {
    /// `{name: societies, where: …, numerator: …, distinct: …, dated: …, live: true}`
    static func registerMeasure(_ registers: [RegisterID: RegisterSchema]) -> Shape<RegisterMeasure> {
        .mapping("a register") { measure in
            guard let name = measure.required("name", .located(.text)) else {
                measure.acceptOtherKeys()
                return nil
            }
            guard let schema = registers[RegisterID(name.value)] else {
                measure.acceptOtherKeys()
                measure.collector.report(
                    "unknown-register", "unknown register '\(name.value)'", at: name.place,
                    label: Suggestion.label(for: name.value, in: registers.keys.map(\.text).sorted()))
                return nil
            }
            let environment = RegisterVariables.environment(of: schema)
            let filter = measure.optional("where", .condition(in: environment))
            let numerator = measure.optional("numerator", .condition(in: environment))
            let distinct = measure.optional("distinct", .column(of: schema))
            let dated = measure.optional("dated", .column(of: schema, .date))
            let isLive = measure.optional("live", .boolean, default: false)
            return RegisterMeasure(
                register: schema.id, environment: environment, filter: filter, numerator: numerator,
                distinct: distinct, dated: dated, isLive: isLive)
        }
    }
}

extension Shape where Value == String {
    fileprivate static func column(of schema: RegisterSchema, _ type: RegisterSchema.ColumnType? = nil) -> Shape {
        Shape("a column of '\(schema.id)'") { field in
            guard let name = Shape.text.read(field) else { return nil }
            guard let column = schema.columns.first(where: { $0.name == name }) else {
                return field.refuse(
                    "unknown-column", "unknown column '\(name)' of '\(schema.id)'",
                    label: Suggestion.label(for: name, in: schema.columns.map(\.name)))
            }
            if let type, column.type != type {
                return field.refuse("wrong-type", "column '\(name)' is no \(type.rawValue)")
            }
            return name
        }
    }
}
