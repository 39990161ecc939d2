internal import Diagnostics

extension Planner {
    func list(_ elements: [Element]) -> Plan {
        let plans = elements.map { plan($0.expression) }
        let codes = plans.map { $0.code }
        let areOptional = elements.map(\.isOptional)
        if !isTracing, !areOptional.contains(true) {
            let constants = plans.compactMap(\.constant)
            if constants.count == plans.count { return .constant(.list(constants)) }
        }
        return Plan { (frame: inout Frame) throws(Stop) -> Value in
            try frame.context.charge(codes.count)
            let values = try Strict.all(codes, &frame)
            guard areOptional.contains(true) else { return .list(values) }
            var list: [Value] = []
            for (value, isOptional) in zip(values, areOptional) {
                if !isOptional {
                    list.append(value)
                } else if let wrapped = try Self.unwrapped(value) {
                    list.append(wrapped)
                }
            }
            return .list(list)
        }
    }

    func map(_ entries: [Entry], _ expression: Expression) -> Plan {
        let plans = entries.flatMap { [plan($0.key), plan($0.value)] }
        let codes = plans.map { $0.code }
        let areOptional = entries.map(\.isOptional)
        let span = expression.span
        let code = Code { (frame: inout Frame) throws(Stop) -> Value in
            try frame.context.charge(codes.count)
            let values = try Strict.all(codes, &frame)
            var entries: [MapValue.Entry] = []
            for index in areOptional.indices {
                let key = values[index * 2]
                let value = values[index * 2 + 1]
                if !areOptional[index] {
                    entries.append(MapValue.Entry(key: key, value: value))
                } else if let wrapped = try Self.unwrapped(value) {
                    entries.append(MapValue.Entry(key: key, value: wrapped))
                }
            }
            return .map(try Self.map(entries, span))
        }
        if !isTracing, plans.allSatisfy({ $0.constant != nil }) {
            var frame = Frame(context: Context(budget: 10_000, zones: environment.zones))
            if let value = try? code(&frame) { return .constant(value) }
        }
        return Plan(code: code)
    }

    static func map(_ entries: [MapValue.Entry], _ span: Span) throws(Stop) -> MapValue {
        do throws(MapValue.Refusal) {
            return try MapValue(entries)
        } catch {
            switch error {
            case .key(let key): throw .failed(Failure("\(key.kind) may not be the key of a map", at: span))
            case .repeated(let key): throw .failed(Failure("the key \(key) stands twice", at: span))
            }
        }
    }

    private static func unwrapped(_ value: Value) throws(Stop) -> Value? {
        guard case .optional(let optional) = value else {
            throw .failed("an element marked with '?' is \(value.kind), not an optional")
        }
        return optional.wrapped
    }

    /// A value under a name. What goes wrong with the value goes wrong where the name is read.
    func binding(_ binding: Binding, _ expression: Expression) -> Plan {
        guard let slot = checked.localSlots[expression.id]?.first else {
            return .failing(.failed("a name without a place"))
        }
        let value = plan(binding.value).code
        let body = plan(binding.body)
        guard binding.kind == .bind else { return optionalBinding(binding, slot, value, body.code) }
        let bind: @Sendable (inout Frame) throws(Stop) -> Void = { (frame: inout Frame) throws(Stop) in
            do throws(Stop) {
                frame.set(slot, try value(&frame))
            } catch {
                if error.isExhausted { throw error }
                frame.set(slot, stop: error)
            }
        }
        switch body.body {
        case .word(let machine, let word):
            return Plan(machine) { (frame: inout Frame) throws(Stop) -> UInt64 in
                try bind(&frame)
                return try word(&frame)
            }
        case .value(let code):
            return Plan { (frame: inout Frame) throws(Stop) -> Value in
                try bind(&frame)
                return try code(&frame)
            }
        }
    }

    private func optionalBinding(
        _ binding: Binding, _ slot: Int, _ value: Code, _ body: Code
    ) -> Plan {
        let span = binding.value.span
        let isFlat = binding.kind == .optFlatMap
        return Plan { (frame: inout Frame) throws(Stop) -> Value in
            guard case .optional(let optional) = try value(&frame) else {
                throw .failed(Failure("'\(binding.kind)' is for optionals", at: span))
            }
            guard let wrapped = optional.wrapped else { return .optional(.none) }
            frame.set(slot, wrapped)
            let result = try body(&frame)
            guard isFlat else { return .optional(OptionalValue(result)) }
            guard case .optional = result else {
                throw .failed(Failure("optFlatMap makes \(result.kind), not an optional", at: binding.body.span))
            }
            return result
        }
    }
}
