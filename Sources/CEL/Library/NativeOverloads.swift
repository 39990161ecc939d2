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
            },
            build: { plans, span in R.plan(.unary(A.typed(plans[0]), span, body)) })
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
            },
            build: { plans, span in R.plan(.binary(A.typed(plans[0]), B.typed(plans[1]), span, body)) })
    }

    /// As `binary`, for operators: worth more code for the sake of speed.
    @inline(__always)
    static func `operator`<A: Native, B: Native, R: Native>(
        _ id: String, isMember: Bool = false,
        _ body: @escaping @Sendable (A, B, inout Context) throws(Stop) -> R
    ) -> Overload {
        Overload(
            id: id, isMember: isMember, parameters: [A.type, B.type], result: R.type,
            implementation: .binary { (a: Value, b: Value, context: inout Context) throws(Stop) -> Value in
                guard let a = A.unbox(a), let b = B.unbox(b) else { throw mismatch }
                return try body(a, b, &context).boxed
            },
            build: { plans, span in R.plan(.fastBinary(A.typed(plans[0]), B.typed(plans[1]), span, body)) })
    }

    @inline(__always)
    package static func ternary<A: Native, B: Native, C: Native, R: Native>(
        _ id: String, isMember: Bool = false, _ types: [ValueType]? = nil, gives: ValueType? = nil,
        _ body: @escaping @Sendable (A, B, C, inout Context) throws(Stop) -> R
    ) -> Overload {
        Overload(
            id: id, isMember: isMember, parameters: types ?? [A.type, B.type, C.type], result: gives ?? R.type,
            implementation: .ternary { (a: Value, b: Value, c: Value, context: inout Context) throws(Stop) -> Value in
                guard let a = A.unbox(a), let b = B.unbox(b), let c = C.unbox(c) else { throw mismatch }
                return try body(a, b, c, &context).boxed
            },
            build: { plans, span in
                R.plan(.ternary(A.typed(plans[0]), B.typed(plans[1]), C.typed(plans[2]), span, body))
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

    static var mismatch: Stop { .failed("no such overload") }
}
