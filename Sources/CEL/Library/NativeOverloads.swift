internal import Diagnostics

// Overloads from plain Swift closures. The types of a closure are the types of the overload, unless it says more
// about them: `list(A)` where the closure only sees a list.

extension Overload {
    @inline(__always)
    package static func unary<A: Native, R: Native>(
        _ id: String, isMember: Bool = false, _ types: [ValueType]? = nil, gives: ValueType? = nil,
        _ body: @escaping @Sendable (A, inout Context) throws(Stop) -> R
    ) -> Overload {
        Overload(
            id: id, isMember: isMember, parameters: types ?? [A.type], result: gives ?? R.type,
            implementation: .unary { (a: Value, context: inout Context) throws(Stop) -> Value in
                guard let a = A.unbox(a) else { throw mismatch }
                return try body(a, &context).boxed
            })
    }

    @inline(__always)
    package static func binary<A: Native, B: Native, R: Native>(
        _ id: String, isMember: Bool = false, _ types: [ValueType]? = nil, gives: ValueType? = nil,
        isDynamicOnly: Bool = false,
        _ body: @escaping @Sendable (A, B, inout Context) throws(Stop) -> R
    ) -> Overload {
        Overload(
            id: id, isMember: isMember, parameters: types ?? [A.type, B.type], result: gives ?? R.type,
            isDynamicOnly: isDynamicOnly,
            implementation: .binary { (a: Value, b: Value, context: inout Context) throws(Stop) -> Value in
                guard let a = A.unbox(a), let b = B.unbox(b) else { throw mismatch }
                return try body(a, b, &context).boxed
            })
    }

    @inline(__always)
    package static func ternary<A: Native, B: Native, C: Native, R: Native>(
        _ id: String, isMember: Bool = false, _ types: [ValueType]? = nil, gives: ValueType? = nil,
        _ body: @escaping @Sendable (A, B, C, inout Context) throws(Stop) -> R
    ) -> Overload {
        Overload(
            id: id, isMember: isMember, parameters: types ?? [A.type, B.type, C.type], result: gives ?? R.type,
            implementation: .many { (values: [Value], context: inout Context) throws(Stop) -> Value in
                guard values.count == 3, let a = A.unbox(values[0]), let b = B.unbox(values[1]),
                    let c = C.unbox(values[2])
                else { throw mismatch }
                return try body(a, b, c, &context).boxed
            })
    }

    package static func many(
        _ id: String, isMember: Bool = false, _ types: [ValueType], gives: ValueType, isVariadic: Bool = false,
        isFallback: Bool = false, _ body: @escaping @Sendable ([Value], inout Context) throws(Stop) -> Value
    ) -> Overload {
        Overload(
            id: id, isMember: isMember, parameters: types, result: gives, isVariadic: isVariadic,
            isFallback: isFallback, implementation: .many(body))
    }

    /// An operator on machine words.
    @inline(__always)
    static func operation<Operation: ScalarOperation>(_ id: String, _ operation: Operation.Type) -> Overload {
        Overload(
            id: id, isMember: false, parameters: [Operation.Operand.type, Operation.Operand.type],
            result: Operation.Result.type,
            implementation: .binary { (a: Value, b: Value, _: inout Context) throws(Stop) -> Value in
                guard let a = Operation.Operand.unbox(a), let b = Operation.Operand.unbox(b) else { throw mismatch }
                return try Operation.apply(a, b).boxed
            },
            build: { plans, span in Operation.plan(plans[0], plans[1], span) })
    }

    /// A question about two strings, asked of the first.
    @inline(__always)
    static func test<Test: StringTest>(_ id: String, _ test: Test.Type) -> Overload {
        Overload(
            id: id, isMember: true, parameters: [.string, .string], result: .bool,
            implementation: .binary { (a: Value, b: Value, context: inout Context) throws(Stop) -> Value in
                guard let a = String.unbox(a), let b = String.unbox(b) else { throw mismatch }
                try context.charge(bytes: b.utf8.count + (Test.readsAll ? a.utf8.count : 0))
                return .bool(Test.apply(a, b))
            },
            build: { plans, span in Test.plan(plans[0], plans[1], span) })
    }

    static let mismatch = Stop.failed(Failure("no such overload"))
}
