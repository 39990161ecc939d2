internal import Diagnostics

/// Finishes an operation one of whose operands stopped: the others are evaluated too, since an unknown among them
/// counts, and the names of all unknowns are wanted.
@inline(never)
func strict<T>(_ stop: Stop, and rest: Code<T>, _ frame: inout Frame) -> Stop {
    if stop.isExhausted { return stop }
    do throws(Stop) {
        _ = try rest(&frame)
        return stop
    } catch {
        return stop.joined(error)
    }
}

extension Typed {
    @inline(__always)
    static func unary<A: Native>(
        _ a: Typed<A>, _ span: Span, _ body: @escaping @Sendable (A, inout Context) throws(Stop) -> T
    ) -> Typed {
        let operand = a.code
        return Typed { (frame: inout Frame) throws(Stop) -> T in
            let a = try operand(&frame)
            do throws(Stop) { return try body(a, &frame.context) } catch { throw error.at(span) }
        }
    }

    @inline(__always)
    static func binary<A: Native, B: Native>(
        _ a: Typed<A>, _ b: Typed<B>, _ span: Span,
        _ body: @escaping @Sendable (A, B, inout Context) throws(Stop) -> T
    ) -> Typed {
        let left = a.code
        let right = b.code
        return Typed { (frame: inout Frame) throws(Stop) -> T in
            let a: A
            do throws(Stop) { a = try left(&frame) } catch { throw strict(error, and: right, &frame) }
            let b = try right(&frame)
            do throws(Stop) { return try body(a, b, &frame.context) } catch { throw error.at(span) }
        }
    }

    /// As `binary`, with operands that only read a slot or are constant taken in without a call of their own. What
    /// does not go smoothly is left to the plain form, which may evaluate operands again: reading changes nothing.
    @inline(__always)
    static func fastBinary<A: Native, B: Native>(
        _ a: Typed<A>, _ b: Typed<B>, _ span: Span,
        _ body: @escaping @Sendable (A, B, inout Context) throws(Stop) -> T
    ) -> Typed {
        let plain = binary(a, b, span, body)
        let slow = plain.code
        if let left = a.slot, let right = b.slot {
            return Typed { (frame: inout Frame) throws(Stop) -> T in
                guard let a = A.read(frame.values[left]), let b = B.read(frame.values[right]) else {
                    return try slow(&frame)
                }
                do throws(Stop) { return try body(a, b, &frame.context) } catch { throw error.at(span) }
            }
        }
        if let left = a.slot, let b = b.constant {
            return Typed { (frame: inout Frame) throws(Stop) -> T in
                guard let a = A.read(frame.values[left]) else { return try slow(&frame) }
                do throws(Stop) { return try body(a, b, &frame.context) } catch { throw error.at(span) }
            }
        }
        if let b = b.constant {
            let left = a.code
            return Typed { (frame: inout Frame) throws(Stop) -> T in
                let a = try left(&frame)
                do throws(Stop) { return try body(a, b, &frame.context) } catch { throw error.at(span) }
            }
        }
        if let left = a.slot {
            let right = b.code
            return Typed { (frame: inout Frame) throws(Stop) -> T in
                guard let a = A.read(frame.values[left]) else { return try slow(&frame) }
                let b = try right(&frame)
                do throws(Stop) { return try body(a, b, &frame.context) } catch { throw error.at(span) }
            }
        }
        if let right = b.slot {
            let left = a.code
            return Typed { (frame: inout Frame) throws(Stop) -> T in
                guard let b = B.read(frame.values[right]) else { return try slow(&frame) }
                let a = try left(&frame)
                do throws(Stop) { return try body(a, b, &frame.context) } catch { throw error.at(span) }
            }
        }
        return plain
    }

    @inline(__always)
    static func ternary<A: Native, B: Native, C: Native>(
        _ a: Typed<A>, _ b: Typed<B>, _ c: Typed<C>, _ span: Span,
        _ body: @escaping @Sendable (A, B, C, inout Context) throws(Stop) -> T
    ) -> Typed {
        let first = a.code
        let second = b.code
        let third = c.code
        return Typed { (frame: inout Frame) throws(Stop) -> T in
            let a: A
            do throws(Stop) { a = try first(&frame) } catch {
                throw strict(strict(error, and: second, &frame), and: third, &frame)
            }
            let b: B
            do throws(Stop) { b = try second(&frame) } catch { throw strict(error, and: third, &frame) }
            let c = try third(&frame)
            do throws(Stop) { return try body(a, b, c, &frame.context) } catch { throw error.at(span) }
        }
    }
}
