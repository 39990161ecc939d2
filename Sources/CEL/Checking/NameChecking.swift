internal import Diagnostics

extension Checker {
    /// `a.b.c` as one text, when it is made of nothing but names.
    func qualifiedName(_ expression: Expression) -> (name: String, isRooted: Bool)? {
        switch expression.node {
        case .name(let name, let isRooted): return (name, isRooted)
        case .select(let operand, let field) where field.access != .optional:
            guard let (name, isRooted) = qualifiedName(operand) else { return nil }
            return ("\(name).\(field.name)", isRooted)
        default: return nil
        }
    }

    func local(_ name: String) -> Local? {
        scope.last { $0.name == name }
    }

    /// Whether the first name of a chain is one that a macro brought in; then it is never part of a longer name.
    func beginsWithLocal(_ expression: Expression) -> Bool {
        switch expression.node {
        case .name(let name, let isRooted): !isRooted && local(name) != nil
        case .select(let operand, _): beginsWithLocal(operand)
        default: false
        }
    }

    mutating func nameType(_ name: String, isRooted: Bool, _ expression: Expression) -> ValueType {
        if !isRooted, let local = local(name) {
            references[expression.id] = .slot(local.slot, name: name)
            return local.type
        }
        if let type = resolve(name, isRooted: isRooted, expression) { return type }
        guard isChecking else {
            references[expression.id] = .unresolved("undeclared name '\(name)'")
            return .dyn
        }
        let candidates = environment.names + scope.map(\.name)
        report(
            "unknown-name", "unknown name '\(name)'", at: expression.span,
            label: Suggestion.label(for: name, in: candidates))
        return .error
    }

    /// Looks a name up in the container and in those around it, then among the names of types.
    private mutating func resolve(_ name: String, isRooted: Bool, _ expression: Expression) -> ValueType? {
        if !environment.hasContainer, let slot = environment.slot(of: name) {
            return variableType(slot, name, expression)
        }
        for candidate in environment.candidates(name, isRooted: isRooted) {
            if let slot = environment.slot(of: candidate) {
                return variableType(slot, candidate, expression)
            }
            if let type = TypeNames.type(candidate) {
                references[expression.id] = .constant(.type(TypeNames.name(candidate)))
                return .type(type)
            }
        }
        return nil
    }

    private mutating func variableType(_ slot: Int, _ name: String, _ expression: Expression) -> ValueType {
        if !reads.contains(slot) { reads.append(slot) }
        references[expression.id] = .slot(slot, name: name)
        return environment.variables[slot].type
    }

    mutating func selectType(_ operand: Expression, _ field: Field, _ expression: Expression) -> ValueType {
        if field.access != .optional, let (name, isRooted) = qualifiedName(expression),
            isRooted || !beginsWithLocal(operand), let type = resolve(name, isRooted: isRooted, expression)
        {
            guard field.access == .presence else { return type }
            if case .slot(let slot, _) = references[expression.id] { references[expression.id] = .presence(slot) }
            return .bool
        }
        if isChecking, let type = unknownMember(operand, field, expression) { return type }
        let found = check(operand)
        let operandType = unifier.resolved(found)
        guard isChecking else { return .dyn }
        let inner = operandType.wrapped.map(unifier.resolved)
        let result = fieldType(of: inner ?? operandType, field)
        if field.access == .presence { return .bool }
        return inner != nil || field.access == .optional ? .optional(result) : result
    }

    private mutating func fieldType(of type: ValueType, _ field: Field) -> ValueType {
        switch type {
        case .map(_, let value): return value
        case .variable:
            _ = unifier.fit(.dyn, type)
            return .dyn
        case .dyn, .error: return type
        default:
            report("no-such-field", "\(type) has no fields", at: field.span)
            return .error
        }
    }

    /// `unit.lable`, where only names such as `unit.label` are declared: tells the nearest of them, rather than that
    /// there is no `unit`.
    private mutating func unknownMember(
        _ operand: Expression, _ field: Field, _ expression: Expression
    ) -> ValueType? {
        guard let (prefix, _) = qualifiedName(operand), !beginsWithLocal(operand),
            environment.slot(of: prefix) == nil
        else { return nil }
        let members = environment.names.filter { $0.hasPrefix(prefix + ".") }
        guard !members.isEmpty else { return nil }
        let name = "\(prefix).\(field.name)"
        let isPrefix = members.contains { $0.hasPrefix(name + ".") }
        guard !isPrefix else { return nil }
        report(
            "unknown-name", "unknown name '\(name)'", at: expression.span,
            label: Suggestion.label(for: name, in: members),
            notes: ["'\(prefix)' has \(members.map { String($0.dropFirst(prefix.count + 1)) }.joined(separator: ", "))"]
        )
        return .error
    }
}
