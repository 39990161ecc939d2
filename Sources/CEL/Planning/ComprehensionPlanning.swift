internal import Diagnostics

extension Planner {
    func comprehension(_ comprehension: Comprehension, _ expression: Expression) -> Plan {
        let loop = Loop(
            range: plan(comprehension.range).code, rangeSpan: comprehension.range.span,
            slots: checked.localSlots[expression.id] ?? [])
        let condition = comprehension.condition.map(plan)
        let result = comprehension.result.map { plan($0).code }
        switch (comprehension.kind, condition, result) {
        case (.all, let condition?, _): return quantified(loop, condition, deciding: false)
        case (.exists, let condition?, _): return quantified(loop, condition, deciding: true)
        case (.existsOne, let condition?, _): return Self.single(loop, condition.word(.bool))
        case (.filter, let condition?, _): return Self.filtered(loop, condition.word(.bool))
        case (.map, let condition, let result?), (.transformList, let condition, let result?):
            return Self.mapped(loop, condition?.word(.bool), result)
        case (.transformMap, let condition, let result?):
            return Self.transformed(loop, condition?.word(.bool), result, expression.span)
        case (.transformMapEntry, let condition, let result?):
            return Self.entries(loop, condition?.word(.bool), result, expression.span)
        default: return .failing(.failed("a macro without its parts"))
        }
    }

    private func quantified(_ loop: Loop, _ condition: Plan, deciding: Bool) -> Plan {
        let general = Self.quantified(loop, condition.word(.bool), deciding: deciding)
        guard !isTracing, let test = condition.test, test.slot == loop.slots.last else { return general }
        return Self.quantified(loop, test, deciding: deciding, otherwise: general)
    }

    /// `all` and `exists`: one element that decides is enough, whatever went wrong with others.
    private static func quantified(
        _ loop: Loop, _ condition: Word, deciding: Bool
    ) -> Plan {
        let wanted = deciding.bits
        return Plan(.bool) { (frame: inout Frame) throws(Stop) -> UInt64 in
            var stop: Stop?
            var isDecided = false
            try loop.run(&frame) { (frame) throws(Stop) -> Bool in
                do throws(Stop) {
                    isDecided = try condition(&frame) == wanted
                } catch {
                    if error.isExhausted { throw error }
                    stop = stop?.joined(error) ?? error
                }
                return !isDecided
            }
            if isDecided { return wanted }
            if let stop { throw stop }
            return 1 - wanted
        }
    }

    private static func single(_ loop: Loop, _ condition: Word) -> Plan {
        .condition { (frame: inout Frame) throws(Stop) -> Bool in
            var count = 0
            try strictly(loop, &frame) { (frame) throws(Stop) in
                if try condition(&frame) != 0 { count += 1 }
            }
            return count == 1
        }
    }

    private static func filtered(_ loop: Loop, _ condition: Word) -> Plan {
        Plan { (frame: inout Frame) throws(Stop) -> Value in
            var list: [Value] = []
            try strictly(loop, &frame) { (frame) throws(Stop) in
                if try condition(&frame) != 0 { list.append(loop.first(frame)) }
            }
            return .list(list)
        }
    }

    private static func mapped(
        _ loop: Loop, _ condition: Word?, _ result: Code
    ) -> Plan {
        Plan { (frame: inout Frame) throws(Stop) -> Value in
            var list: [Value] = []
            try strictly(loop, &frame) { (frame) throws(Stop) in
                if let condition, try condition(&frame) == 0 { return }
                list.append(try result(&frame))
            }
            return .list(list)
        }
    }

    private static func transformed(
        _ loop: Loop, _ condition: Word?, _ result: Code, _ span: Span
    ) -> Plan {
        Plan { (frame: inout Frame) throws(Stop) -> Value in
            var entries: [MapValue.Entry] = []
            try strictly(loop, &frame) { (frame) throws(Stop) in
                if let condition, try condition(&frame) == 0 { return }
                entries.append(MapValue.Entry(key: loop.first(frame), value: try result(&frame)))
            }
            return .map(try map(entries, span))
        }
    }

    private static func entries(
        _ loop: Loop, _ condition: Word?, _ result: Code, _ span: Span
    ) -> Plan {
        Plan { (frame: inout Frame) throws(Stop) -> Value in
            var entries: [MapValue.Entry] = []
            try strictly(loop, &frame) { (frame) throws(Stop) in
                if let condition, try condition(&frame) == 0 { return }
                guard case .map(let made) = try result(&frame) else {
                    throw .failed(Failure("an entry is a map with one key", at: span))
                }
                entries += made.entries
            }
            return .map(try map(entries, span))
        }
    }

    /// Goes through all elements even when one stopped, since an unknown further on counts.
    private static func strictly(
        _ loop: Loop, _ frame: inout Frame,
        _ body: (inout Frame) throws(Stop) -> Void
    ) throws(Stop) {
        var stop: Stop?
        try loop.run(&frame) { (frame) throws(Stop) -> Bool in
            do throws(Stop) {
                try body(&frame)
            } catch {
                if error.isExhausted { throw error }
                stop = stop?.joined(error) ?? error
            }
            return true
        }
        if let stop { throw stop }
    }
}
