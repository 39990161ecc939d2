internal import Diagnostics

/// An operator on machine words. A type and not a closure, so that the compiler makes code for each in which the
/// operator is an instruction and not a call.
protocol ScalarOperation: SendableMetatype {
    associatedtype Operand: Scalar
    associatedtype Result: Scalar

    static func apply(_ a: Operand, _ b: Operand) throws(Stop) -> Result
}

extension ScalarOperation {
    /// Code for the operator. Operands that only read a slot or are constant are taken in without a call of their
    /// own; what does not go smoothly is left to the plain form, which may evaluate operands again: that changes
    /// nothing, and keeps the quick forms to so few captured words that they travel in registers.
    @inline(__always)
    static func plan(_ a: Plan, _ b: Plan, _ span: Span) -> Plan {
        let plain = plain(a, b, span)
        if let right = b.constant.flatMap(Operand.unbox) {
            var plan = Plan(Result.machine, word: withConstant(a, right, plain))
            if Result.machine == .bool, let slot = a.slot { plan.test = elementTest(slot, right) }
            return plan
        }
        if let right = b.slot { return Plan(Result.machine, word: withSlot(a, right, plain)) }
        if let left = a.slot { return Plan(Result.machine, word: fromSlot(left, b, plain)) }
        return Plan(Result.machine, word: plain)
    }

    @inline(__always)
    private static func withConstant(_ a: Plan, _ right: Operand, _ plain: Word) -> Word {
        if let left = a.slot {
            return Word { (frame: inout Frame) throws(Stop) -> UInt64 in
                let a = frame.cells[left]
                guard a.holds(Operand.machine) else { return try plain(&frame) }
                do throws(Stop) { return try apply(Operand(bits: a.bits), right).bits } catch {
                    return try plain(&frame)
                }
            }
        }
        let left = a.word(Operand.machine)
        return Word { (frame: inout Frame) throws(Stop) -> UInt64 in
            let a = try left(&frame)
            do throws(Stop) { return try apply(Operand(bits: a), right).bits } catch { return try plain(&frame) }
        }
    }

    @inline(__always)
    private static func withSlot(_ a: Plan, _ right: Int, _ plain: Word) -> Word {
        if let left = a.slot {
            return Word { (frame: inout Frame) throws(Stop) -> UInt64 in
                let a = frame.cells[left]
                let b = frame.cells[right]
                guard a.holds(Operand.machine), b.holds(Operand.machine) else { return try plain(&frame) }
                do throws(Stop) {
                    return try apply(Operand(bits: a.bits), Operand(bits: b.bits)).bits
                } catch { return try plain(&frame) }
            }
        }
        let left = a.word(Operand.machine)
        return Word { (frame: inout Frame) throws(Stop) -> UInt64 in
            guard frame.cells[right].holds(Operand.machine) else { return try plain(&frame) }
            let a = try left(&frame)
            let b = frame.cells[right].bits
            do throws(Stop) {
                return try apply(Operand(bits: a), Operand(bits: b)).bits
            } catch { return try plain(&frame) }
        }
    }

    @inline(__always)
    private static func fromSlot(_ left: Int, _ b: Plan, _ plain: Word) -> Word {
        let right = b.word(Operand.machine)
        return Word { (frame: inout Frame) throws(Stop) -> UInt64 in
            guard frame.cells[left].holds(Operand.machine) else { return try plain(&frame) }
            let b = try right(&frame)
            let a = frame.cells[left].bits
            do throws(Stop) {
                return try apply(Operand(bits: a), Operand(bits: b)).bits
            } catch { return try plain(&frame) }
        }
    }

    @inline(__always)
    private static func elementTest(_ slot: Int, _ constant: Operand) -> ElementTest {
        ElementTest(slot: slot) { value in
            guard let operand = Operand.unbox(value), let result = try? apply(operand, constant) else { return nil }
            return result.bits != 0
        }
    }

    @inline(__always)
    private static func plain(_ a: Plan, _ b: Plan, _ span: Span) -> Word {
        let left = a.word(Operand.machine)
        let right = b.word(Operand.machine)
        return Word { (frame: inout Frame) throws(Stop) -> UInt64 in
            let first: UInt64
            do throws(Stop) { first = try left(&frame) } catch { throw strict(error, and: right, &frame) }
            let second = try right(&frame)
            do throws(Stop) {
                return try apply(Operand(bits: first), Operand(bits: second)).bits
            } catch { throw error.at(span) }
        }
    }
}
