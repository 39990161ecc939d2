internal import Diagnostics

/// Goes through the elements of a list or the entries of a map, putting each into the slots of a macro's names.
struct Loop: Sendable {
    let range: Code
    let rangeSpan: Span
    /// One for elements or keys; two for index and element, or key and value.
    let slots: [Int]

    init(range: Code, rangeSpan: Span, slots: [Int]) {
        self.range = range
        self.rangeSpan = rangeSpan
        self.slots = slots
    }

    /// Runs the step for each element until it says false. Every element costs a step of the budget.
    @inline(__always)
    func run(_ frame: inout Frame, _ step: (inout Frame) throws(Stop) -> Bool) throws(Stop) {
        let slot = slots[0]
        let isPair = slots.count == 2
        switch try range(&frame) {
        case .list(let elements):
            for index in elements.indices {
                try frame.context.charge(1)
                if isPair { frame.cells[slot] = Cell(.int, Int64(index).bits) }
                frame.set(isPair ? slots[1] : slot, elements[index])
                guard try step(&frame) else { return }
            }
        case .map(let map):
            for entry in map.entries {
                try frame.context.charge(1)
                frame.set(slot, entry.key)
                if isPair { frame.set(slots[1], entry.value) }
                guard try step(&frame) else { return }
            }
        case let other:
            throw .failed(Failure("\(other.kind) has no elements to go through", at: rangeSpan))
        }
    }

    /// The element or key that the step is at.
    func first(_ frame: Frame) -> Value {
        frame.value(slots[0]) ?? .null
    }
}
