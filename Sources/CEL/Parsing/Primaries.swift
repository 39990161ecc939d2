internal import Diagnostics

extension Parser {
    /// A literal, a name, a call, a list, a map, or an expression in parentheses.
    mutating func primary() -> Expression {
        let start = token
        switch start.kind {
        case .literal, .string:
            advance()
            return make(start.span, .literal(start.value))
        case .minimum:
            advance()
            report("number-out-of-range", "'\(lexer.text(start.span))' is too large for an int", at: start.span)
            return make(start.span, .invalid)
        case .leftParenthesis:
            advance()
            let inner = expression()
            expect(.rightParenthesis, ")", after: "this parenthesis")
            return inner
        case .leftBracket: return list()
        case .leftBrace: return map()
        case .name: return name(isRooted: false, from: start.span)
        case .dot where ahead.kind == .name:
            advance()
            return name(isRooted: true, from: start.span)
        default:
            complain("expected an expression, found \(found())")
            if start.kind == .invalid { advance() }
            return make(start.span, .invalid)
        }
    }

    private func found() -> String {
        token.kind == .end ? "the end" : "'\(lexer.text(token.span))'"
    }

    private mutating func name(isRooted: Bool, from start: Span) -> Expression {
        let span = token.span
        let name = lexer.text(span)
        advance()
        if token.kind == .leftParenthesis {
            let (arguments, end) = arguments()
            let whole = start.union(end)
            let function = isRooted ? ".\(name)" : name
            let call = Call(function: function, nameSpan: span, target: nil, arguments: arguments)
            return macro(call, whole) ?? make(whole, .call(call))
        }
        if Self.reserved.contains(name) {
            report("reserved-word", "'\(name)' is a reserved word", at: span)
            return make(span, .invalid)
        }
        return make(start.union(span), .name(name, isRooted: isRooted))
    }

    /// What may follow an operand: `.field`, `.method(…)`, `[index]`.
    mutating func postfix(_ first: Expression) -> Expression {
        var operand = first
        while true {
            switch token.kind {
            case .dot:
                advance()
                operand = member(of: operand)
            case .leftBracket:
                operand = index(of: operand)
            case .leftBrace where isTypeName(operand):
                complain("messages are not part of this language", id: "unsupported")
                advance()
                recover()
                _ = take(.rightBrace)
            default:
                return operand
            }
        }
    }

    private func isTypeName(_ operand: Expression) -> Bool {
        switch operand.node {
        case .name: true
        case .select(let inner, let field): field.access == .plain && isTypeName(inner)
        default: false
        }
    }

    private mutating func member(of operand: Expression) -> Expression {
        let isOptional = take(.question)
        let span = token.span
        var name = lexer.text(span)
        switch token.kind {
        case .name, .in: break
        case .literal where name == "true" || name == "false" || name == "null": break
        case .quotedName: name = String(name.dropFirst().dropLast())
        default:
            complain("expected a field's name after '.'")
            return make(operand.span, .invalid)
        }
        let isPlainName = token.kind == .name
        if token.kind != .name && token.kind != .quotedName {
            complain("'\(name)' is a reserved word", label: "a field of this name is read with [\"\(name)\"]")
        }
        advance()
        if token.kind == .leftParenthesis, isPlainName, !isOptional {
            let (arguments, end) = arguments()
            let whole = operand.span.union(end)
            let call = Call(function: name, nameSpan: span, target: operand, arguments: arguments)
            return macro(call, whole) ?? make(whole, .call(call))
        }
        let field = Field(name: name, span: span, access: isOptional ? .optional : .plain)
        return make(operand.span.union(span), .select(operand, field))
    }

    private mutating func index(of operand: Expression) -> Expression {
        let sign = token.span
        advance()
        let function = take(.question) ? "_[?_]" : "_[_]"
        let index = expression()
        let end = token.span
        expect(.rightBracket, "]", after: "this index")
        let call = Call(function: function, nameSpan: sign, target: nil, arguments: [operand, index])
        return make(operand.span.union(token.kind == .end ? index.span : end), .call(call))
    }

    /// Arguments in parentheses, and the span of the closing one.
    private mutating func arguments() -> ([Expression], Span) {
        advance()
        var arguments: [Expression] = []
        while token.kind != .rightParenthesis, token.kind != .end {
            arguments.append(expression())
            if !separated(from: .rightParenthesis) { break }
            if token.kind == .rightParenthesis { complain("expected an argument after ','") }
        }
        let end = token.span
        expect(.rightParenthesis, ")", after: "this call")
        return (arguments, end)
    }

    /// Passes a comma. Anything else than a comma or the closing sign is reported and skipped.
    private mutating func separated(from closing: Token.Kind) -> Bool {
        if take(.comma) { return true }
        if token.kind == closing || token.kind == .end { return false }
        complain(unexpected())
        recover()
        return take(.comma)
    }

    private mutating func list() -> Expression {
        let start = token.span
        advance()
        var elements: [Element] = []
        while token.kind != .rightBracket, token.kind != .end {
            let isOptional = take(.question)
            elements.append(Element(expression: expression(), isOptional: isOptional))
            if !separated(from: .rightBracket) { break }
        }
        let end = token.span
        expect(.rightBracket, "]", after: "this list")
        return make(start.union(end), .list(elements))
    }

    private mutating func map() -> Expression {
        let start = token.span
        advance()
        var entries: [Entry] = []
        while token.kind != .rightBrace, token.kind != .end {
            let isOptional = take(.question)
            let key = expression()
            guard take(.colon) else {
                complain("expected ':' and a value after this key")
                recover()
                if take(.comma) { continue } else { break }
            }
            entries.append(Entry(key: key, value: expression(), isOptional: isOptional))
            if !separated(from: .rightBrace) { break }
        }
        let end = token.span
        expect(.rightBrace, "}", after: "this map")
        return make(start.union(end), .map(entries))
    }

    /// Words kept for other languages that CEL is embedded in; they may name fields and functions, but no variable.
    private static let reserved: Set<String> = [
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package",
        "namespace", "return", "var", "void", "while",
    ]
}
