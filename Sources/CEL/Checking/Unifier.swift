/// Finds out what the type variables of an expression stand for.
///
/// The rules are those of the reference implementations: `dyn` fits everything, `null` fits what is nullable, and of
/// two types that fit each other the more general one is kept.
struct Unifier {
    private var bindings: [ValueType?] = []
    /// Variables bound since the beginning, with what they were bound to before; undone when a match fails.
    private var trail: [(variable: Int, before: ValueType?)] = []

    /// Whether there were any variables at all.
    var isUsed: Bool { !bindings.isEmpty }

    mutating func fresh() -> ValueType {
        bindings.append(nil)
        return .variable(bindings.count - 1)
    }

    /// Binds variables so that each type fits the wanted one beside it; leaves everything as it was when one does not.
    mutating func fit(_ types: [ValueType], _ wanted: [ValueType]) -> Bool {
        guard types.count == wanted.count else { return false }
        let mark = trail.count
        for index in types.indices where !isAssignable(types[index], wanted[index]) {
            undo(to: mark)
            return false
        }
        return true
    }

    mutating func fit(_ type: ValueType, _ wanted: ValueType) -> Bool {
        let mark = trail.count
        if isAssignable(type, wanted) { return true }
        undo(to: mark)
        return false
    }

    /// The type of something that may be either, such as the elements of a list.
    mutating func join(_ a: ValueType, _ b: ValueType) -> ValueType {
        guard fit(a, b) else { return .dyn }
        let a = resolved(a)
        let b = resolved(b)
        return isAtLeastAsGeneral(a, b) ? a : b
    }

    /// The type with variables replaced by what they stand for; those that stand for nothing yet remain.
    func resolved(_ type: ValueType) -> ValueType {
        switch type {
        case .variable(let number): bindings[number].map(resolved) ?? type
        case .list(let element): .list(resolved(element))
        case .map(let key, let value): .map(resolved(key), resolved(value))
        case .type(let type): .type(resolved(type))
        case .opaque(let name, let parameters): parameters.isEmpty ? type : .opaque(name, parameters.map(resolved))
        default: type
        }
    }

    /// The type as it is in the end: a variable that nothing ever bound is `dyn`.
    func final(_ type: ValueType) -> ValueType {
        switch type {
        case .variable(let number): bindings[number].map(final) ?? .dyn
        case .list(let element): .list(final(element))
        case .map(let key, let value): .map(final(key), final(value))
        case .type(let type): .type(final(type))
        case .opaque(let name, let parameters): parameters.isEmpty ? type : .opaque(name, parameters.map(final))
        default: type
        }
    }

    // MARK: Fitting

    private mutating func isAssignable(_ a: ValueType, _ b: ValueType) -> Bool {
        if case .variable(let number) = b {
            switch substitute(a, for: number) {
            case .fits: return true
            case .conflicts: return false
            case .impossible: break
            }
        }
        if case .variable(let number) = a { return substitute(b, for: number) == .fits }
        if a.isDynamic || b.isDynamic { return true }
        switch (a, b) {
        case (.null, _): return b.isNullable
        case (_, .null): return a.isNullable
        case (.type, .type): return true
        case (.list(let a), .list(let b)): return isAssignable(a, b)
        case (.map(let key, let value), .map(let otherKey, let otherValue)):
            return isAssignable(key, otherKey) && isAssignable(value, otherValue)
        case (.opaque(let name, let parameters), .opaque(let other, let others)):
            guard name == other, parameters.count == others.count else { return false }
            for index in parameters.indices where !isAssignable(parameters[index], others[index]) { return false }
            return true
        default: return a == b
        }
    }

    private enum Substitution {
        case fits
        /// The variable is bound already, to something else.
        case conflicts
        /// The type contains the variable.
        case impossible
    }

    private mutating func substitute(_ type: ValueType, for variable: Int) -> Substitution {
        if type == .variable(variable) { return .fits }
        if let bound = bindings[variable] {
            if type == bound { return .fits }
            guard isAssignable(type, bound) else { return .conflicts }
            let general = isAtLeastAsGeneral(resolved(type), resolved(bound)) ? type : bound
            if !occurs(variable, in: general) { bind(variable, general) }
            return .fits
        }
        guard !occurs(variable, in: type) else { return .impossible }
        bind(variable, type)
        return .fits
    }

    private mutating func bind(_ variable: Int, _ type: ValueType) {
        trail.append((variable, bindings[variable]))
        bindings[variable] = type
    }

    private mutating func undo(to mark: Int) {
        while trail.count > mark, let (variable, before) = trail.popLast() { bindings[variable] = before }
    }

    private func occurs(_ variable: Int, in type: ValueType) -> Bool {
        if case .variable(let number) = type {
            return number == variable || bindings[number].map { occurs(variable, in: $0) } ?? false
        }
        return type.components.contains { occurs(variable, in: $0) }
    }

    private func isAtLeastAsGeneral(_ a: ValueType, _ b: ValueType) -> Bool {
        if case .variable = a { return true }
        if a.isDynamic { return true }
        if case .variable = b { return false }
        if b.isDynamic { return false }
        if b == .null, a != .null { return a.isNullable }
        let parts = a.components
        let others = b.components
        guard parts.count == others.count else { return false }
        switch (a, b) {
        case (.list, .list), (.map, .map), (.type, .type): break
        case (.opaque(let name, _), .opaque(let other, _)): guard name == other else { return false }
        default: return a == b
        }
        return zip(parts, others).allSatisfy { isAtLeastAsGeneral($0, $1) }
    }
}
