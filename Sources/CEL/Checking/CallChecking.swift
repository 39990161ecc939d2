internal import Diagnostics

extension Checker {
    mutating func callType(_ call: Call, _ expression: Expression) -> ValueType {
        if let function = namespacedFunction(call) {
            let types = call.arguments.map { check($0) }
            return resolve(function, call, call.arguments, types, isMember: false, isNamespaced: true, expression)
        }
        if call.function == "has", call.target == nil, call.arguments.count == 1 {
            return presenceType(call.arguments[0], expression)
        }
        guard let function = function(call) else { return unknownFunction(call, expression) }
        let operands = call.operands
        let types = operands.map { check($0) }
        return resolve(
            function, call, operands, types, isMember: call.target != nil, isNamespaced: false, expression)
    }

    /// `math.abs(x)`, which reads like a method of `math`.
    private func namespacedFunction(_ call: Call) -> Function? {
        guard let target = call.target, let (prefix, isRooted) = qualifiedName(target),
            isRooted || !beginsWithLocal(target)
        else { return nil }
        for candidate in environment.candidates("\(prefix).\(call.function)", isRooted: isRooted) {
            if let function = environment.function(candidate) { return function }
        }
        return nil
    }

    private func function(_ call: Call) -> Function? {
        if call.target != nil || !environment.hasContainer, let function = environment.function(call.function) {
            return function
        }
        if call.target != nil { return nil }
        let isRooted = call.function.hasPrefix(".")
        let name = isRooted ? String(call.function.dropFirst()) : call.function
        for candidate in environment.candidates(name, isRooted: isRooted) {
            if let function = environment.function(candidate) { return function }
        }
        return nil
    }

    /// `has(x)` of a variable by itself, an extension for rules.
    private mutating func presenceType(_ argument: Expression, _ expression: Expression) -> ValueType {
        if environment.options.variablesMayBeAbsent, case .name(let name, _) = argument.node, local(name) == nil {
            let type = check(argument)
            if case .slot(let slot, _) = references[argument.id] { references[expression.id] = .presence(slot) }
            return type == .error ? .error : .bool
        }
        report("invalid-macro", "has() asks for a field, as in has(a.b)", at: argument.span)
        return .error
    }

    private mutating func unknownFunction(_ call: Call, _ expression: Expression) -> ValueType {
        guard isChecking else {
            references[expression.id] = .unresolved("unknown function '\(call.function)'")
            return .dyn
        }
        if environment.options.expandsMacros, let form = Parser.macroForms[call.function] {
            if call.function != "bind" { checkTarget(call) }
            report(
                "invalid-macro", "'\(call.function)' is not called like this", at: call.nameSpan,
                label: "write \(form)")
            return .error
        }
        let names = environment.functionNames + Parser.macroForms.keys.sorted()
        let nearest = Suggestion.nearest(to: call.function, in: names)
        var label = nearest.map { "did you mean '\($0)'?" } ?? ""
        if report.isTargeted, call.target == nil, call.function.lowercased() == "not" { label = "write '!'" }
        report("unknown-function", "unknown function '\(call.function)'", at: call.nameSpan, label: label)
        checkTarget(call)
        // What a macro was meant to bring in is no unknown name.
        if nearest.map({ Parser.macroForms[$0] == nil }) ?? true {
            for argument in call.arguments { _ = check(argument) }
        }
        return .error
    }

    private mutating func checkTarget(_ call: Call) {
        if let target = call.target { _ = check(target) }
    }

    private mutating func resolve(
        _ function: Function, _ call: Call, _ operands: [Expression], _ types: [ValueType], isMember: Bool,
        isNamespaced: Bool, _ expression: Expression
    ) -> ValueType {
        guard isChecking else {
            references[expression.id] = .function(function, fitting: [], isNamespaced: isNamespaced)
            return .dyn
        }
        if types.contains(.error) {
            references[expression.id] = .function(function, fitting: [], isNamespaced: isNamespaced)
            return likelyResult(function, types, isMember: isMember)
        }
        var found = fitting(function, types, isMember: isMember, isFallback: false)
        if found == nil, let adopted = adoptDoubles(function, operands, types, isMember: isMember) { found = adopted }
        if found == nil, types.allSatisfy(isNumeric) {
            found = fitting(function, types, isMember: isMember, isFallback: true)
        }
        guard let (overloads, result) = found else {
            reportMismatch(function, call, operands, types, isMember: isMember, expression)
            return likelyResult(function, types, isMember: isMember)
        }
        references[expression.id] = .function(function, fitting: overloads, isNamespaced: isNamespaced)
        warnAboutEquality(call, operands)
        return result
    }

    /// All overloads that the types fit, and the type of the result: that of the one that fits, or `dyn` where
    /// several fit and differ.
    private mutating func fitting(
        _ function: Function, _ types: [ValueType], isMember: Bool, isFallback: Bool
    ) -> (overloads: [Overload], result: ValueType)? {
        var overloads: [Overload] = []
        var result: ValueType?
        for overload in function.overloads
        where overload.isMember == isMember && overload.takes(types.count) && !overload.isDynamicOnly
            && overload.isFallback == isFallback
        {
            if overload.isExactly(types) { return ([overload], overload.result) }
            let (parameters, type) = instantiate(overload, count: types.count)
            guard unifier.fit(types, parameters) else { continue }
            overloads.append(overload)
            let resolved = unifier.resolved(type)
            if let earlier = result {
                if !earlier.isDynamic, resolved != earlier { result = .dyn }
            } else {
                result = resolved
            }
        }
        return result.map { (overloads, $0) }
    }

    /// Whether a type is one of numbers, or may turn out to be.
    private func isNumeric(_ type: ValueType) -> Bool {
        switch unifier.resolved(type) {
        case .int, .uint, .double, .dyn, .error, .variable, .parameter: true
        default: false
        }
    }

    /// An overload's types, with its type parameters replaced by new variables.
    private mutating func instantiate(_ overload: Overload, count: Int) -> ([ValueType], ValueType) {
        let parameters = overload.parameters(for: count)
        guard overload.isGeneric else { return (parameters, overload.result) }
        var variables: [String: ValueType] = [:]
        func instantiate(_ type: ValueType, _ unifier: inout Unifier) -> ValueType {
            switch type {
            case .parameter(let name):
                if let variable = variables[name] { return variable }
                let variable = unifier.fresh()
                variables[name] = variable
                return variable
            case .list(let element): return .list(instantiate(element, &unifier))
            case .map(let key, let value):
                return .map(instantiate(key, &unifier), instantiate(value, &unifier))
            case .type(let inner): return .type(instantiate(inner, &unifier))
            case .opaque(let name, let parameters):
                return .opaque(name, parameters.map { instantiate($0, &unifier) })
            default: return type
            }
        }
        let instantiated = parameters.map { instantiate($0, &unifier) }
        return (instantiated, instantiate(overload.result, &unifier))
    }

    /// Tries again with literal ints read as doubles. Only where nothing fits as it stands, so that no expression
    /// that was right before means something else.
    private mutating func adoptDoubles(
        _ function: Function, _ operands: [Expression], _ types: [ValueType], isMember: Bool
    ) -> (overloads: [Overload], result: ValueType)? {
        guard environment.options.integersMeetDoubles else { return nil }
        let literals = operands.indices.filter { isExactInteger(operands[$0]) || isIntegerList(operands[$0]) }
        guard !literals.isEmpty else { return nil }
        var adopted = types
        for index in literals { adopted[index] = isExactInteger(operands[index]) ? .double : .list(.double) }
        guard let found = fitting(function, adopted, isMember: isMember, isFallback: false) else { return nil }
        for index in literals {
            if case .list(let elements) = operands[index].node {
                for element in elements { markDouble(element.expression) }
                self.types[operands[index].id] = .list(.double)
            } else {
                markDouble(operands[index])
            }
        }
        return found
    }

    /// `[1, 2, 3]`, as in `progress in [1, 2, 3]`.
    private func isIntegerList(_ expression: Expression) -> Bool {
        guard case .list(let elements) = expression.node, !elements.isEmpty else { return false }
        return elements.allSatisfy { !$0.isOptional && isExactInteger($0.expression) }
    }

    /// What a call would give that is already wrong, so that what surrounds it can still be checked.
    private func likelyResult(_ function: Function, _ types: [ValueType], isMember: Bool) -> ValueType {
        let results = Set(
            function.overloads.filter { $0.isMember == isMember && $0.takes(types.count) }.map(\.result))
        if results.count == 1, let only = results.first, !only.isGeneric { return only }
        return .error
    }
}
