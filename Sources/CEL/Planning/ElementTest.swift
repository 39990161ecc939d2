internal import Diagnostics

/// A condition that compares one slot with a constant, such as `v > 0.0`, as a question about a value: `all` and
/// `exists` ask it of each element without putting the element into the slot.
struct ElementTest: Sendable {
    let slot: Int
    /// Whether it may go through all of a string, which then is to be paid for.
    var readsAll = false
    /// Nil for a value that the condition is not made for.
    let ask: @Sendable (Value) -> Bool?

    /// This and another question about the same slot as one, such as `v > 0.0 && v < 1.0`: the first answer that decides
    /// is the answer. Nil where they are about two slots.
    func joined(_ other: ElementTest, deciding: Bool) -> ElementTest? {
        guard slot == other.slot else { return nil }
        let first = ask
        let second = other.ask
        return ElementTest(slot: slot, readsAll: readsAll || other.readsAll) { value in
            guard let answer = first(value) else { return nil }
            return answer == deciding ? answer : second(value)
        }
    }
}

extension Planner {
    /// The quick form of a quantifier over a list; whatever it cannot answer is left to the general form.
    static func quantified(
        _ loop: Loop, _ test: ElementTest, deciding: Bool, otherwise general: Plan
    ) -> Plan {
        let range = loop.range
        let ask = test.ask
        let readsAll = test.readsAll
        let general = general.word(.bool)
        return Plan(.bool) { (frame: inout Frame) throws(Stop) -> UInt64 in
            guard case .list(let elements) = try range(&frame) else { return try general(&frame) }
            for element in elements {
                try frame.context.charge(readsAll ? 1 + element.length >> 6 : 1)
                guard let answer = ask(element) else { return try general(&frame) }
                if answer == deciding { return deciding.bits }
            }
            return (!deciding).bits
        }
    }
}
