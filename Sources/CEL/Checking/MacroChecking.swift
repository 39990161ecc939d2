internal import Diagnostics

extension Checker {
    mutating func comprehensionType(_ comprehension: Comprehension, _ expression: Expression) -> ValueType {
        let found = check(comprehension.range)
        let range = unifier.resolved(found)
        let types = elementTypes(range, comprehension)
        return scoped(comprehension.names, types, expression) { checker in
            if let condition = comprehension.condition { checker.condition(condition) }
            let result = comprehension.result.map { checker.check($0) }
            switch comprehension.kind {
            case .all, .exists, .existsOne: return .bool
            case .filter: return .list(types[0])
            case .map, .transformList: return .list(result ?? .error)
            case .transformMap: return .map(types[0], result ?? .error)
            case .transformMapEntry: return checker.entryType(result ?? .error, comprehension)
            }
        }
    }

    /// The types of what a macro goes through, one for each name.
    private mutating func elementTypes(_ range: ValueType, _ comprehension: Comprehension) -> [ValueType] {
        let isPair = comprehension.names.count == 2
        guard isChecking else { return isPair ? [.dyn, .dyn] : [.dyn] }
        switch range {
        case .list(let element): return isPair ? [.int, element] : [element]
        case .map(let key, let value): return isPair ? [key, value] : [key]
        case .variable:
            _ = unifier.fit(.dyn, range)
            fallthrough
        case .dyn: return isPair ? [.dyn, .dyn] : [.dyn]
        case .error: return isPair ? [.error, .error] : [.error]
        default:
            report(
                "type-mismatch", "\(range) has no elements to go through", at: comprehension.range.span,
                label: "expected a list or a map")
            return isPair ? [.error, .error] : [.error]
        }
    }

    private mutating func condition(_ expression: Expression) {
        let type = check(expression)
        guard isChecking, !unifier.fit(type, .bool) else { return }
        report(
            "type-mismatch", "what is asked of each element is \(unifier.final(type))", at: expression.span,
            label: "expected bool")
    }

    private mutating func entryType(_ type: ValueType, _ comprehension: Comprehension) -> ValueType {
        guard isChecking else { return .dyn }
        let key = unifier.fresh()
        let value = unifier.fresh()
        if unifier.fit(type, .map(key, value)) { return .map(unifier.resolved(key), unifier.resolved(value)) }
        if let result = comprehension.result {
            report(
                "type-mismatch", "an entry is \(unifier.final(type))", at: result.span,
                label: "expected a map with one entry")
        }
        return .error
    }

    mutating func bindingType(_ binding: Binding, _ expression: Expression) -> ValueType {
        let found = check(binding.value)
        var type = unifier.resolved(found)
        if binding.kind != .bind, isChecking {
            let inner = unifier.fresh()
            if unifier.fit(type, .optional(inner)) {
                type = unifier.resolved(inner)
            } else {
                report(
                    "type-mismatch", "'\(binding.kind)' is for optionals, and this is \(unifier.final(type))",
                    at: binding.value.span)
                type = .error
            }
        }
        return scoped([binding.name], [type], expression) { checker in
            let body = checker.check(binding.body)
            switch binding.kind {
            case .bind: return body
            case .optMap: return .optional(body)
            case .optFlatMap: return checker.flatType(body, binding)
            }
        }
    }

    private mutating func flatType(_ body: ValueType, _ binding: Binding) -> ValueType {
        guard isChecking else { return .dyn }
        let inner = unifier.fresh()
        if unifier.fit(body, .optional(inner)) { return .optional(unifier.resolved(inner)) }
        report(
            "type-mismatch", "optFlatMap makes \(unifier.final(body))", at: binding.body.span,
            label: "expected an optional")
        return .error
    }

    /// Runs a step in which names have a meaning of their own.
    private mutating func scoped(
        _ names: [LocalName], _ types: [ValueType], _ expression: Expression,
        _ step: (inout Checker) -> ValueType
    ) -> ValueType {
        var slots: [Int] = []
        for (name, type) in zip(names, types) {
            let slot = environment.variables.count + scope.count
            scope.append(Local(name: name.name, slot: slot, type: type))
            slots.append(slot)
        }
        slotCount = max(slotCount, environment.variables.count + scope.count)
        localSlots[expression.id] = slots
        defer { scope.removeLast(names.count) }
        return step(&self)
    }
}
