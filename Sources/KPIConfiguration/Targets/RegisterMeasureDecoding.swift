import CEL
import Diagnostics
import KPICore
import YAML

extension Shape where Value == RegisterMeasure {
    /// `{name: societies, where: …, numerator: …, distinct: …, dated: …, live: true}`, with the keys of the kind.
    static func registerMeasure(of kind: Kind?, in context: TargetContext) -> Shape {
        .mapping("a register") { measure in
            guard let schema = measure.register("name", in: context.registers) else {
                measure.acceptOtherKeys()
                return nil
            }
            return RegisterMeasureReader(keys: measure, kind: kind, schema: schema, context: context).read()
        }
    }
}

extension MappingReader {
    /// The register that a key names.
    func register(_ key: String, in registers: [RegisterID: RegisterSchema]) -> RegisterSchema? {
        guard let name = required(key, .located(.text)) else { return nil }
        if let schema = registers[RegisterID(name.value)] { return schema }
        collector.report(
            "unknown-register", "unknown register '\(name.value)'", at: name.place,
            label: Suggestion.label(for: name.value, in: registers.keys.map(\.text).sorted()))
        return nil
    }
}

/// Reads how a target is counted from a register.
private struct RegisterMeasureReader {
    let keys: MappingReader
    let kind: Kind?
    let schema: RegisterSchema
    let context: TargetContext

    /// Nil where it cannot be told how rows and parts belong together.
    func read() -> RegisterMeasure? {
        let environment = RegisterVariables.environment(of: schema, context.timetable)
        let filter = keys.optional("where", .condition(in: environment))
        let numerator = own("numerator", .condition(in: environment))
        let invariant = own("invariant", .condition(in: environment))
        let value = own("value", .number(in: environment))
        let aggregate = own("aggregate", .ofRows)
        let part = Kind.allCases.compactMap(\.partKey).compactMap { own($0, .column(of: schema, .text, .unit)) }.first
        let distinct = own("distinct", .column(of: schema))
        let dated = keys.optional("dated", .column(of: schema, .date))
        let isLive = keys.optional("live", .boolean, default: kind?.isUsuallyLive ?? false)
        requireWhatTheKindNeeds()
        refuseContradictions()
        if part == nil, let key = kind?.partKey, keys.has(key) { return nil }
        return RegisterMeasure(
            register: schema.id, environment: environment, filter: filter, numerator: numerator, invariant: invariant,
            value: value, aggregate: aggregate ?? .sum, part: part, distinct: distinct, dated: dated, isLive: isLive)
    }

    /// A key that belongs to some kinds alone.
    private func own<Value>(_ key: String, _ shape: Shape<Value>) -> Value? {
        keys.has(key, of: kind, in: Kind.keysOfRegisters) ? keys.optional(key, shape) : nil
    }

    private func requireWhatTheKindNeeds() {
        switch kind {
        case .ratio: require("numerator", "add the condition that a row in the numerator meets")
        case .gate: require("invariant", "add the condition that every row has to meet")
        case .rank: require("value", "add the number that is the place")
        case .coverage: require("member", "add the column that says which member a row is about")
        case .cadence where schema.from == nil:
            require("dated", "add the column with the day that places a row in a period")
        default: break
        }
    }

    private func require(_ key: String, _ wayOut: String) {
        guard let kind, !keys.has(key) else { return }
        keys.collector.report(
            "missing-key", "\(kind.named) counted from a register needs '\(key)'", at: keys.node.place, label: wayOut)
    }

    private func refuseContradictions() {
        if keys.has("aggregate"), !keys.has("value") {
            keys.collector.report(
                "bad-value", "'aggregate' says how rows' numbers come together, and there is no 'value'",
                at: keys.keyPlace(of: "aggregate"))
        }
        if keys.has("value"), keys.has("distinct") {
            keys.collector.report(
                "bad-value", "rows have numbers of their own by 'value', or are counted by 'distinct', not both",
                at: keys.keyPlace(of: "distinct"))
        }
    }
}

extension Shape where Value == String {
    /// A column of a register, of one of the types where types are named.
    static func column(of schema: RegisterSchema, _ types: RegisterSchema.ColumnType...) -> Shape {
        column(of: schema, types)
    }

    static func column(of schema: RegisterSchema, _ types: [RegisterSchema.ColumnType]) -> Shape {
        Shape("a column of '\(schema.id)'") { field in
            guard let name = Shape.text.read(field) else { return nil }
            guard let column = schema.columns.first(where: { $0.name == name }) else {
                return field.refuse(
                    "unknown-column", "unknown column '\(name)' of '\(schema.id)'",
                    label: Suggestion.label(for: name, in: schema.columns.map(\.name)))
            }
            if !types.isEmpty, !types.contains(column.type) {
                let wanted = types.map(\.rawValue).joined(separator: " or ")
                return field.refuse(
                    "wrong-type", "column '\(name)' is a \(column.type.rawValue), and a \(wanted) is wanted")
            }
            return name
        }
    }
}

extension Shape where Value == Program {
    /// An expression that gives a number, whole or not.
    static func number(in environment: Environment) -> Shape {
        Shape("an expression that gives a number") { field in
            guard let excerpt = Shape<Excerpt>.expression.read(field),
                let program = environment.compile(excerpt, as: nil, reportingTo: field.collector)
            else { return nil }
            if [.int, .uint, .double].contains(program.type) { return program }
            return field.refuse("type-mismatch", "expected a number, and this is \(program.type)")
        }
    }
}
