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
    /// own; what does not go smoothly is left to the plain form, which may evaluate operands again: reading changes
    /// nothing.
    @inline(__always)
    static func plan(_ a: Plan, _ b: Plan, _ span: Span) -> Plan {
        let plain = plain(a, b, span)
        let kind = Operand.machine
        let left = a.word(kind)
        let word: Word
        var test: ElementTest?
        if let right = b.constant.flatMap(Operand.unbox) {
            if let left = a.slot {
                test = Result.machine == .bool ? elementTest(left, right) : nil
                word = Word { (frame: inout Frame) throws(Stop) -> UInt64 in
                    let a = frame.cells[left]
                    guard a.holds(kind) else { return try plain(&frame) }
                    do throws(Stop) { return try apply(Operand(bits: a.bits), right).bits } catch {
                        throw error.at(span)
                    }
                }
            } else {
                word = Word { (frame: inout Frame) throws(Stop) -> UInt64 in
                    let a = try left(&frame)
                    do throws(Stop) { return try apply(Operand(bits: a), right).bits } catch { throw error.at(span) }
                }
            }
        } else if let right = b.slot {
            if let left = a.slot {
                word = Word { (frame: inout Frame) throws(Stop) -> UInt64 in
                    let a = frame.cells[left]
                    let b = frame.cells[right]
                    guard a.holds(kind), b.holds(kind) else { return try plain(&frame) }
                    do throws(Stop) {
                        return try apply(Operand(bits: a.bits), Operand(bits: b.bits)).bits
                    } catch { throw error.at(span) }
                }
            } else {
                word = Word { (frame: inout Frame) throws(Stop) -> UInt64 in
                    guard frame.cells[right].holds(kind) else { return try plain(&frame) }
                    let a = try left(&frame)
                    let b = frame.cells[right]
                    do throws(Stop) {
                        return try apply(Operand(bits: a), Operand(bits: b.bits)).bits
                    } catch { throw error.at(span) }
                }
            }
        } else if let left = a.slot {
            let right = b.word(kind)
            word = Word { (frame: inout Frame) throws(Stop) -> UInt64 in
                guard frame.cells[left].holds(kind) else { return try plain(&frame) }
                let b = try right(&frame)
                let a = frame.cells[left]
                do throws(Stop) {
                    return try apply(Operand(bits: a.bits), Operand(bits: b)).bits
                } catch { throw error.at(span) }
            }
        } else {
            word = plain
        }
        var plan = Plan(Result.machine, word: word)
        plan.test = test
        return plan
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
            do throws(Stop) { first = try left(&frame) } catch { throw strict(error, and: b, &frame) }
            let second = try right(&frame)
            do throws(Stop) {
                return try apply(Operand(bits: first), Operand(bits: second)).bits
            } catch { throw error.at(span) }
        }
    }
}
