internal import Diagnostics

extension Library {
    static let comparison: [Function] = [
        equality("_==_", "equals", "Whether two values are equal; numbers by value.", isEqual: true),
        equality("_!=_", "not_equals", "Whether two values are not equal.", isEqual: false),
        order(
            "_<_", "less", "Whether the first comes before the second.", { $0 < $1 }, { $0 < $1 }, { $0 < $1 },
            { $0 == .less }),
        order(
            "_<=_", "less_equals", "Whether the first comes before the second or is equal.", { $0 <= $1 },
            { $0 <= $1 }, { $0 <= $1 }, { $0 == .less || $0 == .equal }),
        order(
            "_>_", "greater", "Whether the first comes after the second.", { $0 > $1 }, { $0 > $1 }, { $0 > $1 },
            { $0 == .greater }),
        order(
            "_>=_", "greater_equals", "Whether the first comes after the second or is equal.", { $0 >= $1 },
            { $0 >= $1 }, { $0 >= $1 }, { $0 == .greater || $0 == .equal }),
    ]

    /// Three machine comparisons, and one for whatever else has an order.
    @inline(__always)
    private static func order(
        _ name: String, _ id: String, _ summary: String,
        _ ints: @escaping @Sendable (Int64, Int64) -> Bool,
        _ uints: @escaping @Sendable (UInt64, UInt64) -> Bool,
        _ doubles: @escaping @Sendable (Double, Double) -> Bool,
        _ accepts: @escaping @Sendable (Ordering) -> Bool
    ) -> Function {
        let others: [(String, ValueType)] = [
            ("bool", .bool), ("string", .string), ("bytes", .bytes), ("timestamp", .timestamp),
            ("duration", .duration),
        ]
        let compare: @Sendable (Value, Value, inout Context) throws(Stop) -> Bool = {
            (a: Value, b: Value, context: inout Context) throws(Stop) -> Bool in
            if case .string(let text) = a { try context.charge(bytes: text.utf8.count) }
            guard let ordering = Ordering.of(a, b) else { throw .failed("no such overload") }
            return accepts(ordering)
        }
        let numbers: [(String, ValueType)] = [("int64", .int), ("uint64", .uint), ("double", .double)]
        let mixed = numbers.flatMap { a in
            numbers.filter { $0.0 != a.0 }.map { b in
                Overload.binary("\(id)_\(a.0)_\(b.0)", [a.1, b.1], isDynamicOnly: true, compare)
            }
        }
        return Function(
            name, summary,
            [
                .operator("\(id)_int64") { (a: Int64, b: Int64, _: inout Context) -> Bool in ints(a, b) },
                .operator("\(id)_uint64") { (a: UInt64, b: UInt64, _: inout Context) -> Bool in uints(a, b) },
                .operator("\(id)_double") { (a: Double, b: Double, _: inout Context) -> Bool in doubles(a, b) },
            ] + others.map { .binary("\(id)_\($0.0)", [$0.1, $0.1], compare) } + mixed)
    }

    @inline(__always)
    private static func equality(_ name: String, _ id: String, _ summary: String, isEqual: Bool) -> Function {
        let compare: @Sendable (Value, Value, inout Context) throws(Stop) -> Value = {
            (a: Value, b: Value, context: inout Context) throws(Stop) -> Value in
            .bool(try Equality.equal(a, b, &context) == isEqual)
        }
        let type = ValueType.parameter("A")
        return Function(
            name, summary,
            [
                Overload(
                    id: id, isMember: false, parameters: [type, type], result: .bool,
                    implementation: .binary(compare),
                    build: { plans, span in .bool(equality(plans[0], plans[1], span, isEqual)) })
            ])
    }

    private static func equality(_ a: Plan, _ b: Plan, _ span: Span, _ isEqual: Bool) -> Typed<Bool> {
        switch (a, b) {
        case (.bool(let a), .bool(let b)):
            return .fastBinary(a, b, span) { (a, b, _) in (a == b) == isEqual }
        case (.int(let a), .int(let b)):
            return .fastBinary(a, b, span) { (a, b, _) in (a == b) == isEqual }
        case (.uint(let a), .uint(let b)):
            return .fastBinary(a, b, span) { (a, b, _) in (a == b) == isEqual }
        case (.double(let a), .double(let b)):
            return .fastBinary(a, b, span) { (a, b, _) in (a == b) == isEqual }
        case (.string(let a), .string(let b)):
            return .fastBinary(a, b, span) { (a, b, context) throws(Stop) in
                try context.charge(bytes: min(a.utf8.count, b.utf8.count))
                return a.isSame(as: b) == isEqual
            }
        default:
            return .binary(Value.typed(a), Value.typed(b), span) { (a, b, context) throws(Stop) in
                try Equality.equal(a, b, &context) == isEqual
            }
        }
    }
}
