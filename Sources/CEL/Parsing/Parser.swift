internal import Diagnostics

/// Reads an expression by precedence climbing, after Pratt. Goes on after a mistake, so that one run tells them all.
struct Parser {
    static let deepest = 250

    private(set) var lexer: Lexer
    let report: Reporter
    let expandsMacros: Bool
    private(set) var token: Token
    private(set) var ahead: Token
    private var count = 0
    private var recursion = 0
    private var lastReported = -1
    private var isAborted = false

    init(_ source: Excerpt, report: Reporter, expandsMacros: Bool = true) {
        self.lexer = Lexer(source, report: report)
        self.report = report
        self.expandsMacros = expandsMacros
        self.token = lexer.next()
        self.ahead = lexer.next()
    }

    /// The number of nodes made so far.
    var nodeCount: Int { count }

    /// Reads the whole source.
    mutating func parse() -> Expression {
        if token.kind == .end {
            complain("expected an expression")
            return make(token.span, .invalid)
        }
        let expression = expression()
        if token.kind != .end { complain(unexpected()) }
        return expression
    }

    // MARK: Tokens

    mutating func advance() {
        token = ahead
        if !isAborted { ahead = lexer.next() }
    }

    /// Passes over a token of the kind, if it comes next.
    mutating func take(_ kind: Token.Kind) -> Bool {
        guard token.kind == kind else { return false }
        advance()
        return true
    }

    /// Reports a mistake at the token that comes next; only one for each place.
    mutating func complain(_ message: String, label: String = "", id: Diagnostic.ID = "syntax") {
        guard !isAborted, token.span.lower != lastReported else { return }
        lastReported = token.span.lower
        if token.kind != .invalid { report(id, message, at: token.span, label: label) }
    }

    func unexpected() -> String {
        token.kind == .end ? "unexpected end of the expression" : "unexpected '\(lexer.text(token.span))'"
    }

    mutating func expect(_ kind: Token.Kind, _ sign: String, after opening: String) {
        if take(kind) { return }
        complain("expected '\(sign)'", label: "to close \(opening)")
    }

    /// Skips to something that may follow an element: a comma or a closing sign of any kind.
    mutating func recover() {
        var depth = 0
        while token.kind != .end {
            switch token.kind {
            case .leftParenthesis, .leftBracket, .leftBrace: depth += 1
            case .rightParenthesis, .rightBracket, .rightBrace:
                if depth == 0 { return }
                depth -= 1
            case .comma where depth == 0: return
            default: break
            }
            advance()
        }
    }

    // MARK: Nodes

    mutating func make(_ span: Span, _ node: Expression.Node) -> Expression {
        let expression = Expression(id: count, span: span, node: node)
        count += 1
        guard expression.depth <= Self.deepest else {
            abort(at: span)
            return Expression(id: expression.id, span: span, node: .invalid)
        }
        return expression
    }

    /// Runs a step that may call itself again by way of what it reads.
    mutating func nested(_ step: (inout Parser) -> Expression) -> Expression {
        recursion += 1
        defer { recursion -= 1 }
        guard recursion <= Self.deepest else {
            abort(at: token.span)
            return make(token.span, .invalid)
        }
        return step(&self)
    }

    /// Gives up: says so once, and lets the rest of the source count as read.
    private mutating func abort(at span: Span) {
        if !isAborted {
            report(
                "too-deep", "the expression is nested more than \(Self.deepest) levels deep", at: span)
        }
        isAborted = true
        let end = Span(lexer.bytes.count, lexer.bytes.count)
        token = Token(kind: .end, span: end)
        ahead = token
    }
}
