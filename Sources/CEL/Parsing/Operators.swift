internal import Diagnostics

extension Parser {
    /// `c ? a : b`, or what binds more tightly.
    mutating func expression() -> Expression {
        nested { parser in
            let condition = parser.binary(1)
            guard parser.take(.question) else { return condition }
            let yes = parser.binary(1)
            guard parser.take(.colon) else {
                let label = parser.token.kind == .question ? "put the inner condition in parentheses" : ""
                parser.complain("expected ':' and what holds otherwise", label: label)
                return parser.make(condition.span.union(yes.span), .invalid)
            }
            let no = parser.expression()
            return parser.make(condition.span.union(no.span), .conditional(condition, yes, no))
        }
    }

    /// Operands joined by operators of at least this precedence, from left to right.
    mutating func binary(_ precedence: Int) -> Expression {
        var left = unary()
        while let found = binaryOperator(after: left), found.precedence >= precedence {
            let sign = token.span
            advance()
            if found.precedence <= 2 {
                left = logic(found, from: left)
            } else {
                let right = binary(found.precedence + 1)
                left = make(
                    left.span.union(right.span),
                    .call(Call(function: found.function, nameSpan: sign, target: nil, arguments: [left, right])))
            }
        }
        return left
    }

    /// All operands of a run of `&&` or of `||`, the first sign being passed.
    private mutating func logic(_ sign: BinaryOperator, from left: Expression) -> Expression {
        var operands = [left, binary(sign.precedence + 1)]
        while let next = binaryOperator(after: operands[operands.count - 1]), next.function == sign.function {
            advance()
            operands.append(binary(sign.precedence + 1))
        }
        let span = left.span.union(operands[operands.count - 1].span)
        return make(span, .logic(sign.precedence == 1 ? .or : .and, operands))
    }

    /// `!a`, `-a`, or what binds more tightly.
    private mutating func unary() -> Expression {
        let sign = token
        switch sign.kind {
        case .not:
            advance()
            return prefixed("!_", sign.span)
        case .minus:
            advance()
            if let literal = negativeLiteral(from: sign.span) { return postfix(literal) }
            return prefixed("-_", sign.span)
        case .name where isMisspeltNot():
            complain("'\(lexer.text(sign.span))' is not an operator", label: "write '!'", id: "misspelt-operator")
            advance()
            return prefixed("!_", sign.span)
        default:
            return postfix(primary())
        }
    }

    private mutating func prefixed(_ function: String, _ sign: Span) -> Expression {
        nested { parser in
            let operand = parser.unary()
            return parser.make(
                sign.union(operand.span),
                .call(Call(function: function, nameSpan: sign, target: nil, arguments: [operand])))
        }
    }

    /// The sign belongs to the number, so that the smallest int can be written.
    private mutating func negativeLiteral(from sign: Span) -> Expression? {
        let span = sign.union(token.span)
        let value: Value
        switch (token.kind, token.value) {
        case (.minimum, _): value = .int(.min)
        case (.literal, .int(let number)): value = .int(-number)
        case (.literal, .double(let number)): value = .double(-number)
        default: return nil
        }
        advance()
        return make(span, .literal(value))
    }
}
