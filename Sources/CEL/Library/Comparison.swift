internal import Diagnostics

extension Library {
    static let comparison: [Function] = [
        equality("_==_", "equals", "Whether two values are equal; numbers by value.", isEqual: true),
        equality("_!=_", "not_equals", "Whether two values are not equal.", isEqual: false),
        order(
            "_<_", "less", "Whether the first comes before the second.",
            [
                .operation("less_int64", Less<Int64>.self), .operation("less_uint64", Less<UInt64>.self),
                .operation("less_double", Less<Double>.self),
            ]
        ) { $0 == .less },
        order(
            "_<=_", "less_equals", "Whether the first comes before the second or is equal.",
            [
                .operation("less_equals_int64", LessOrEqual<Int64>.self),
                .operation("less_equals_uint64", LessOrEqual<UInt64>.self),
                .operation("less_equals_double", LessOrEqual<Double>.self),
            ]
        ) { $0 == .less || $0 == .equal },
        order(
            "_>_", "greater", "Whether the first comes after the second.",
            [
                .operation("greater_int64", Greater<Int64>.self), .operation("greater_uint64", Greater<UInt64>.self),
                .operation("greater_double", Greater<Double>.self),
            ]
        ) { $0 == .greater },
        order(
            "_>=_", "greater_equals", "Whether the first comes after the second or is equal.",
            [
                .operation("greater_equals_int64", GreaterOrEqual<Int64>.self),
                .operation("greater_equals_uint64", GreaterOrEqual<UInt64>.self),
                .operation("greater_equals_double", GreaterOrEqual<Double>.self),
            ]
        ) { $0 == .greater || $0 == .equal },
    ]

    /// Comparisons of machine words, and of whatever else has an order.
    private static func order(
        _ name: String, _ id: String, _ summary: String, _ machine: [Overload],
        _ accepts: @escaping @Sendable (Ordering) -> Bool
    ) -> Function {
        let compare: @Sendable (Value, Value, inout Context) throws(Stop) -> Bool = {
            (a: Value, b: Value, context: inout Context) throws(Stop) -> Bool in
            if case .string(let text) = a { try context.charge(bytes: text.utf8.count) }
            if case .bytes(let bytes) = a { try context.charge(bytes: bytes.array.count) }
            guard let ordering = Ordering.of(a, b) else { throw Overload.mismatch }
            return accepts(ordering)
        }
        let others: [(String, ValueType)] = [
            ("bool", .bool), ("string", .string), ("bytes", .bytes), ("timestamp", .timestamp),
            ("duration", .duration),
        ]
        let numbers: [(String, ValueType)] = [("int64", .int), ("uint64", .uint), ("double", .double)]
        let mixed = numbers.flatMap { a in
            numbers.filter { $0.0 != a.0 }.map { b in
                Overload.binary("\(id)_\(a.0)_\(b.0)", [a.1, b.1], isDynamicOnly: true, compare)
            }
        }
        return Function(
            name, summary, machine + others.map { .binary("\(id)_\($0.0)", [$0.1, $0.1], compare) } + mixed)
    }

    private static func equality(_ name: String, _ id: String, _ summary: String, isEqual: Bool) -> Function {
        let type = ValueType.parameter("A")
        let compare: @Sendable (Value, Value, inout Context) throws(Stop) -> Value = {
            (a: Value, b: Value, context: inout Context) throws(Stop) -> Value in
            .bool(try Equality.equal(a, b, &context) == isEqual)
        }
        return Function(
            name, summary,
            [
                Overload(
                    id: id, isMember: false, parameters: [type, type], result: .bool,
                    implementation: .binary(compare),
                    build: { plans, span in
                        let (a, b) = (plans[0], plans[1])
                        return (isEqual ? equal(a, b, span) : notEqual(a, b, span))
                            ?? Plan(code: Strict.binary(a, b, span, compare))
                    })
            ])
    }

    /// Equality of two machine words of one type, or with a constant string; nil for anything else.
    private static func equal(_ a: Plan, _ b: Plan, _ span: Span) -> Plan? {
        switch (a.machine, b.machine) {
        case (.bool, .bool): Equal<Bool>.plan(a, b, span)
        case (.int, .int): Equal<Int64>.plan(a, b, span)
        case (.uint, .uint): Equal<UInt64>.plan(a, b, span)
        case (.double, .double): Equal<Double>.plan(a, b, span)
        default: a.isString && b.isString ? SameText.plan(a, b, span) : nil
        }
    }

    private static func notEqual(_ a: Plan, _ b: Plan, _ span: Span) -> Plan? {
        switch (a.machine, b.machine) {
        case (.bool, .bool): NotEqual<Bool>.plan(a, b, span)
        case (.int, .int): NotEqual<Int64>.plan(a, b, span)
        case (.uint, .uint): NotEqual<UInt64>.plan(a, b, span)
        case (.double, .double): NotEqual<Double>.plan(a, b, span)
        default: a.isString && b.isString ? OtherText.plan(a, b, span) : nil
        }
    }
}
