internal import Diagnostics

/// A question about two strings.
protocol StringTest: SendableMetatype {
    static func apply(_ a: String, _ b: String) -> Bool
}

extension StringTest {
    /// Code for the question, short where the first string is in a slot and the second constant.
    @inline(__always)
    static func plan(_ a: Plan, _ b: Plan, _ span: Span) -> Plan {
        let plain = Plan(
            code: Strict.binary(a, b, span) { (a: Value, b: Value, context: inout Context) throws(Stop) -> Value in
                guard case .string(let b) = b, let answer = a.asked(Self.self, b) else { throw Overload.mismatch }
                try context.charge(bytes: b.utf8.count)
                return .bool(answer)
            }
        ).word(.bool)
        guard let slot = a.slot, case .string(let constant) = b.constant else { return Plan(.bool, word: plain) }
        let cost = constant.utf8.count
        var plan = Plan(.bool) { (frame: inout Frame) throws(Stop) -> UInt64 in
            guard frame.cells[slot].holdsObject, let answer = frame.objects[slot].asked(Self.self, constant) else {
                return try plain(&frame)
            }
            do throws(Stop) { try frame.context.charge(bytes: cost) } catch { throw error.at(span) }
            return answer.bits
        }
        if cost < 64 { plan.test = ElementTest(slot: slot) { $0.asked(Self.self, constant) } }
        return plan
    }
}

extension Value {
    /// Asks without taking the string out, which would count a reference up and down.
    @inline(__always)
    fileprivate func asked<Test: StringTest>(_ test: Test.Type, _ other: String) -> Bool? {
        if case .string(let text) = self { Test.apply(text, other) } else { nil }
    }
}
