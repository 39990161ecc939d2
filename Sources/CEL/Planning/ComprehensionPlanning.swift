internal import Diagnostics

extension Planner {
    func comprehension(_ comprehension: Comprehension, _ expression: Expression) -> Plan {
        let loop = Loop(
            range: Value.typed(plan(comprehension.range)).code, rangeSpan: comprehension.range.span,
            slots: checked.localSlots[expression.id] ?? [])
        let condition = comprehension.condition.map { Bool.typed(plan($0)).code }
        let result = comprehension.result.map { Value.typed(plan($0)).code }
        switch (comprehension.kind, condition, result) {
        case (.all, let condition?, _): return .bool(Self.quantified(loop, condition, deciding: false))
        case (.exists, let condition?, _): return .bool(Self.quantified(loop, condition, deciding: true))
        case (.existsOne, let condition?, _): return .bool(Self.single(loop, condition))
        case (.filter, let condition?, _): return .value(Self.filtered(loop, condition))
        case (.map, let condition, let result?), (.transformList, let condition, let result?):
            return .value(Self.mapped(loop, condition, result))
        case (.transformMap, let condition, let result?):
            return .value(Self.transformed(loop, condition, result, expression.span))
        case (.transformMapEntry, let condition, let result?):
            return .value(Self.entries(loop, condition, result, expression.span))
        default: return .failing(.failed("a macro without its parts"))
        }
    }

    /// `all` and `exists`: one element that decides is enough, whatever went wrong with others.
    private static func quantified(
        _ loop: Loop, _ condition: @escaping Code<Bool>, deciding: Bool
    ) -> Typed<Bool> {
        Typed { (frame: inout Frame) throws(Stop) -> Bool in
            var stop: Stop?
            var decided = false
            try loop.run(&frame) { (frame, _, _) throws(Stop) -> Bool in
                do throws(Stop) {
                    decided = try condition(&frame) == deciding
                } catch {
                    if error.isExhausted { throw error }
                    stop = stop?.joined(error) ?? error
                }
                return !decided
            }
            if decided { return deciding }
            if let stop { throw stop }
            return !deciding
        }
    }

    private static func single(_ loop: Loop, _ condition: @escaping Code<Bool>) -> Typed<Bool> {
        Typed { (frame: inout Frame) throws(Stop) -> Bool in
            var count = 0
            try strictly(loop, &frame) { (frame, _, _) throws(Stop) in
                if try condition(&frame) { count += 1 }
            }
            return count == 1
        }
    }

    private static func filtered(_ loop: Loop, _ condition: @escaping Code<Bool>) -> Typed<Value> {
        Typed { (frame: inout Frame) throws(Stop) -> Value in
            var list: [Value] = []
            try strictly(loop, &frame) { (frame, first, _) throws(Stop) in
                if try condition(&frame) { list.append(first) }
            }
            return .list(list)
        }
    }

    private static func mapped(
        _ loop: Loop, _ condition: Code<Bool>?, _ result: @escaping Code<Value>
    ) -> Typed<Value> {
        Typed { (frame: inout Frame) throws(Stop) -> Value in
            var list: [Value] = []
            try strictly(loop, &frame) { (frame, _, _) throws(Stop) in
                if let condition, try !condition(&frame) { return }
                list.append(try result(&frame))
            }
            return .list(list)
        }
    }

    private static func transformed(
        _ loop: Loop, _ condition: Code<Bool>?, _ result: @escaping Code<Value>, _ span: Span
    ) -> Typed<Value> {
        Typed { (frame: inout Frame) throws(Stop) -> Value in
            var entries: [MapValue.Entry] = []
            try strictly(loop, &frame) { (frame, first, _) throws(Stop) in
                if let condition, try !condition(&frame) { return }
                entries.append(MapValue.Entry(key: first, value: try result(&frame)))
            }
            return .map(try map(entries, span))
        }
    }

    private static func entries(
        _ loop: Loop, _ condition: Code<Bool>?, _ result: @escaping Code<Value>, _ span: Span
    ) -> Typed<Value> {
        Typed { (frame: inout Frame) throws(Stop) -> Value in
            var entries: [MapValue.Entry] = []
            try strictly(loop, &frame) { (frame, _, _) throws(Stop) in
                if let condition, try !condition(&frame) { return }
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
        _ body: (inout Frame, Value, Value) throws(Stop) -> Void
    ) throws(Stop) {
        var stop: Stop?
        try loop.run(&frame) { (frame, first, second) throws(Stop) -> Bool in
            do throws(Stop) {
                try body(&frame, first, second)
            } catch {
                if error.isExhausted { throw error }
                stop = stop?.joined(error) ?? error
            }
            return true
        }
        if let stop { throw stop }
    }
}
