internal import Diagnostics

/// Calls whose overload shows only when the values are there.
enum Dispatch {
    static func code(_ function: Function, _ overloads: [Overload], _ operands: [Plan], _ span: Span) -> Code {
        switch operands.count {
        case 1: unary(function, overloads, operands[0], span)
        case 2: binary(function, overloads, operands[0], operands[1], span)
        default: many(function, overloads, operands, span)
        }
    }

    private static func unary(_ function: Function, _ overloads: [Overload], _ operand: Plan, _ span: Span) -> Code {
        Strict.unary(operand, span) { (a: Value, context: inout Context) throws(Stop) -> Value in
            for overload in overloads where overload.parameters[0].admits(a) {
                if case .unary(let body) = overload.implementation { return try body(a, &context) }
                if case .many(let body) = overload.implementation { return try body([a], &context) }
            }
            throw mismatch(function, [a])
        }
    }

    private static func binary(
        _ function: Function, _ overloads: [Overload], _ a: Plan, _ b: Plan, _ span: Span
    ) -> Code {
        Strict.binary(a, b, span) { (a: Value, b: Value, context: inout Context) throws(Stop) -> Value in
            for overload in overloads {
                // Of a variadic overload's two arguments both are of its last type.
                guard overload.parameters[0].admits(a), overload.parameters[overload.parameters.count - 1].admits(b)
                else { continue }
                if case .binary(let body) = overload.implementation { return try body(a, b, &context) }
                if case .many(let body) = overload.implementation { return try body([a, b], &context) }
            }
            throw mismatch(function, [a, b])
        }
    }

    private static func many(
        _ function: Function, _ overloads: [Overload], _ operands: [Plan], _ span: Span
    ) -> Code {
        Strict.many(operands, span) { (values: [Value], context: inout Context) throws(Stop) -> Value in
            for overload in overloads {
                let parameters = overload.parameters(for: values.count)
                guard zip(parameters, values).allSatisfy({ $0.admits($1) }) else { continue }
                if case .many(let body) = overload.implementation { return try body(values, &context) }
            }
            throw mismatch(function, values)
        }
    }

    static func mismatch(_ function: Function, _ values: [Value]) -> Stop {
        let kinds = values.map(\.kind).joined(separator: ", ")
        return .failed("no such overload: '\(BinaryOperator.sign(function.name))' of (\(kinds))")
    }
}
