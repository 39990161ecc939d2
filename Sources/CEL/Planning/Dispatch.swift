internal import Diagnostics

/// Calls whose overload shows only when the values are there.
enum Dispatch {
    static func code(
        _ function: Function, _ overloads: [Overload], _ operands: [Code<Value>], _ span: Span
    ) -> Code<Value> {
        switch operands.count {
        case 1:
            return Typed<Value>.unary(Typed<Value>(code: operands[0]), span) {
                (a: Value, context: inout Context) throws(Stop) -> Value in
                for overload in overloads where overload.parameters[0].admits(a) {
                    if case .unary(let body) = overload.implementation { return try body(a, &context) }
                    if case .many(let body) = overload.implementation { return try body([a], &context) }
                }
                throw mismatch(function, [a])
            }.code
        case 2:
            return Typed<Value>.binary(Typed<Value>(code: operands[0]), Typed<Value>(code: operands[1]), span) {
                (a: Value, b: Value, context: inout Context) throws(Stop) -> Value in
                for overload in overloads {
                    let parameters = overload.parameters(for: 2)
                    guard parameters[0].admits(a), parameters[1].admits(b) else { continue }
                    if case .binary(let body) = overload.implementation { return try body(a, b, &context) }
                    if case .many(let body) = overload.implementation { return try body([a, b], &context) }
                }
                throw mismatch(function, [a, b])
            }.code
        default:
            return many(function, overloads, operands, span)
        }
    }

    private static func many(
        _ function: Function, _ overloads: [Overload], _ operands: [Code<Value>], _ span: Span
    ) -> Code<Value> {
        { (frame: inout Frame) throws(Stop) -> Value in
            let values = try all(operands, &frame)
            do throws(Stop) {
                for overload in overloads {
                    let parameters = overload.parameters(for: values.count)
                    guard zip(parameters, values).allSatisfy({ $0.admits($1) }) else { continue }
                    switch overload.implementation {
                    case .ternary(let body): return try body(values[0], values[1], values[2], &frame.context)
                    case .many(let body): return try body(values, &frame.context)
                    default: continue
                    }
                }
                throw mismatch(function, values)
            } catch {
                throw error.at(span)
            }
        }
    }

    /// The values of all operands; what stopped any of them, joined, where any stopped.
    static func all(_ operands: [Code<Value>], _ frame: inout Frame) throws(Stop) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(operands.count)
        var stop: Stop?
        for operand in operands {
            do throws(Stop) {
                values.append(try operand(&frame))
            } catch {
                if error.isExhausted { throw error }
                stop = stop?.joined(error) ?? error
            }
        }
        if let stop { throw stop }
        return values
    }

    static func mismatch(_ function: Function, _ values: [Value]) -> Stop {
        let kinds = values.map(\.kind).joined(separator: ", ")
        return .failed("no such overload: '\(BinaryOperator.sign(function.name))' of (\(kinds))")
    }
}
