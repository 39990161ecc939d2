internal import Diagnostics

extension Parser {
    /// How the macros are written, for whoever writes one otherwise.
    static let macroForms: [String: String] = {
        var forms: [String: String] = [
            "has": "has(a.b)", "filter": "list.filter(x, condition)", "map": "list.map(x, result)",
            "bind": "cel.bind(x, value, result)", "optMap": "optional.optMap(x, result)",
            "optFlatMap": "optional.optFlatMap(x, result)", "transformList": "list.transformList(i, v, result)",
        ]
        for name in ["all", "exists", "exists_one", "existsOne"] { forms[name] = "list.\(name)(x, condition)" }
        for name in ["transformMap", "transformMapEntry"] { forms[name] = "map.\(name)(k, v, result)" }
        return forms
    }()

    /// The node a call expands to, when it is a macro with the right number of arguments.
    mutating func macro(_ call: Call, _ span: Span) -> Expression? {
        guard expandsMacros else { return nil }
        guard let target = call.target else {
            return call.function == "has" && call.arguments.count == 1 ? has(call.arguments[0], span) : nil
        }
        if call.function == "bind", call.arguments.count == 3, case .name("cel", isRooted: false) = target.node {
            return binding(.bind, value: call.arguments[1], [call.arguments[0], call.arguments[2]], span)
        }
        let arguments = call.arguments
        switch (call.function, arguments.count) {
        case ("all", 2...3): return predicate(.all, target, arguments, span)
        case ("exists", 2...3): return predicate(.exists, target, arguments, span)
        case ("exists_one", 2...3), ("existsOne", 2...3): return predicate(.existsOne, target, arguments, span)
        case ("filter", 2): return predicate(.filter, target, arguments, span)
        case ("map", 2...3): return transform(.map, target, names: arguments.prefix(1), arguments.dropFirst(), span)
        case ("transformList", 3...4):
            return transform(.transformList, target, names: arguments.prefix(2), arguments.dropFirst(2), span)
        case ("transformMap", 3...4):
            return transform(.transformMap, target, names: arguments.prefix(2), arguments.dropFirst(2), span)
        case ("transformMapEntry", 3...4):
            return transform(.transformMapEntry, target, names: arguments.prefix(2), arguments.dropFirst(2), span)
        case ("optMap", 2): return binding(.optMap, value: target, arguments, span)
        case ("optFlatMap", 2): return binding(.optFlatMap, value: target, arguments, span)
        default: return nil
        }
    }

    private mutating func has(_ argument: Expression, _ span: Span) -> Expression? {
        guard case .select(let operand, let field) = argument.node, field.access == .plain else {
            if case .invalid = argument.node { return argument }
            if case .name = argument.node { return nil }  // whether a variable has a value: the checker's to decide
            report("invalid-macro", "has() asks for a field, as in has(a.b)", at: argument.span)
            return make(span, .invalid)
        }
        return make(span, .select(operand, Field(name: field.name, span: field.span, access: .presence)))
    }

    private mutating func predicate(
        _ kind: Comprehension.Kind, _ range: Expression, _ arguments: [Expression], _ span: Span
    ) -> Expression {
        guard let names = names(arguments.dropLast()) else { return make(span, .invalid) }
        let comprehension = Comprehension(
            kind: kind, range: range, names: names, condition: arguments.last, result: nil)
        return make(span, .comprehension(comprehension))
    }

    private mutating func transform(
        _ kind: Comprehension.Kind, _ range: Expression, names: ArraySlice<Expression>,
        _ body: ArraySlice<Expression>, _ span: Span
    ) -> Expression {
        guard let names = self.names(names) else { return make(span, .invalid) }
        let comprehension = Comprehension(
            kind: kind, range: range, names: names, condition: body.count > 1 ? body.first : nil, result: body.last)
        return make(span, .comprehension(comprehension))
    }

    private mutating func binding(
        _ kind: Binding.Kind, value: Expression, _ arguments: [Expression], _ span: Span
    ) -> Expression {
        guard let names = names(arguments.prefix(1)) else { return make(span, .invalid) }
        return make(span, .binding(Binding(kind: kind, name: names[0], value: value, body: arguments[1])))
    }

    /// The names a macro brings in; nil, and reported, when they are not simple names or one stands twice.
    private func names(_ arguments: ArraySlice<Expression>) -> [LocalName]? {
        var names: [LocalName] = []
        for argument in arguments {
            guard case .name(let name, isRooted: false) = argument.node else {
                if case .invalid = argument.node { return nil }
                report("invalid-macro", "expected a simple name for each element", at: argument.span)
                return nil
            }
            if names.contains(where: { $0.name == name }) {
                report("invalid-macro", "the name '\(name)' stands twice", at: argument.span)
                return nil
            }
            names.append(LocalName(name: name, span: argument.span))
        }
        return names
    }
}
