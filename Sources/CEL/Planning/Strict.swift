internal import Diagnostics

/// Finishes an operation one of whose operands stopped: the others are evaluated too, since an unknown among them
/// counts, and the names of all unknowns are wanted.
@inline(never)
func strict(_ stop: Stop, and rest: Code, _ frame: inout Frame) -> Stop {
    if stop.isExhausted { return stop }
    do throws(Stop) {
        _ = try rest(&frame)
        return stop
    } catch {
        return stop.joined(error)
    }
}

@inline(never)
func strict(_ stop: Stop, and rest: Word, _ frame: inout Frame) -> Stop {
    if stop.isExhausted { return stop }
    do throws(Stop) {
        _ = try rest(&frame)
        return stop
    } catch {
        return stop.joined(error)
    }
}

/// Code for calls that want all their operands. What stops in an operand stops the call; what stops in the call
/// itself gets the call's place.
enum Strict {
    static func unary(
        _ a: Plan, _ span: Span, _ body: @escaping @Sendable (Value, inout Context) throws(Stop) -> Value
    ) -> Code {
        let operand = a.code
        return Code { (frame: inout Frame) throws(Stop) -> Value in
            let a = try operand(&frame)
            do throws(Stop) { return try body(a, &frame.context) } catch { throw error.at(span) }
        }
    }

    static func binary(
        _ a: Plan, _ b: Plan, _ span: Span,
        _ body: @escaping @Sendable (Value, Value, inout Context) throws(Stop) -> Value
    ) -> Code {
        let left = a.code
        let right = b.code
        return Code { (frame: inout Frame) throws(Stop) -> Value in
            let a: Value
            do throws(Stop) { a = try left(&frame) } catch { throw strict(error, and: right, &frame) }
            let b = try right(&frame)
            do throws(Stop) { return try body(a, b, &frame.context) } catch { throw error.at(span) }
        }
    }

    static func many(
        _ operands: [Plan], _ span: Span,
        _ body: @escaping @Sendable ([Value], inout Context) throws(Stop) -> Value
    ) -> Code {
        let operands = operands.map(\.code)
        return Code { (frame: inout Frame) throws(Stop) -> Value in
            let values = try all(operands, &frame)
            do throws(Stop) { return try body(values, &frame.context) } catch { throw error.at(span) }
        }
    }

    /// The values of all operands; what stopped any of them, joined, where any stopped.
    static func all(_ operands: [Code], _ frame: inout Frame) throws(Stop) -> [Value] {
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
}
