internal import Diagnostics

/// A question about two strings.
protocol StringTest: SendableMetatype {
    static func apply(_ a: String, _ b: String) -> Bool
    /// Whether all of the first string may have to be gone through, and not only as much as the second is long.
    static var readsAll: Bool { get }
}

extension StringTest {
    static var readsAll: Bool { false }

    /// Code for the question, short where the first string is in a slot, and the second in one or constant.
    @inline(__always)
    static func plan(_ a: Plan, _ b: Plan, _ span: Span) -> Plan {
        let plain = Plan(
            code: Strict.binary(a, b, span) { (a: Value, b: Value, context: inout Context) throws(Stop) -> Value in
                guard case .string(let b) = b, let answer = a.asked(Self.self, b) else { throw Overload.mismatch }
                try context.charge(bytes: b.utf8.count + (readsAll ? a.length : 0))
                return .bool(answer)
            }
        ).word(.bool)
        guard let slot = a.slot else { return Plan(.bool, word: plain) }
        if let other = b.slot { return Plan(.bool, word: withSlot(slot, other, plain, span)) }
        guard case .string(let constant) = b.constant else { return Plan(.bool, word: plain) }
        let cost = constant.utf8.count
        var plan = Plan(.bool) { (frame: inout Frame) throws(Stop) -> UInt64 in
            guard frame.cells[slot].holdsObject, let answer = frame.objects[slot].asked(Self.self, constant) else {
                return try plain(&frame)
            }
            let cost = readsAll ? cost + frame.objects[slot].length : cost
            do throws(Stop) { try frame.context.charge(bytes: cost) } catch { throw error.at(span) }
            return answer.bits
        }
        if cost < 64 {
            plan.test = ElementTest(slot: slot, readsAll: readsAll) { $0.asked(Self.self, constant) }
        }
        return plan
    }

    private static func withSlot(_ slot: Int, _ other: Int, _ plain: Word, _ span: Span) -> Word {
        Word { (frame: inout Frame) throws(Stop) -> UInt64 in
            guard frame.cells[slot].holdsObject, frame.cells[other].holdsObject,
                case .string(let text) = frame.objects[other],
                let answer = frame.objects[slot].asked(Self.self, text)
            else { return try plain(&frame) }
            let cost = text.utf8.count + (readsAll ? frame.objects[slot].length : 0)
            do throws(Stop) { try frame.context.charge(bytes: cost) } catch { throw error.at(span) }
            return answer.bits
        }
    }
}

extension Value {
    /// Asks without taking the string out, which would count a reference up and down.
    @inline(__always)
    fileprivate func asked<Test: StringTest>(_ test: Test.Type, _ other: String) -> Bool? {
        if case .string(let text) = self { Test.apply(text, other) } else { nil }
    }

    /// Bytes of a string; 0 for anything else.
    var length: Int {
        if case .string(let text) = self { text.utf8.count } else { 0 }
    }
}
