internal import Diagnostics

extension Parser {
    /// The operator that comes next. Words and signs of other languages are reported, and then read as what was meant.
    mutating func binaryOperator(after left: Expression) -> BinaryOperator? {
        switch token.kind {
        case .percent where report.isTargeted && !startsOperand(ahead):
            complainAboutPercent(after: left)
            advance()
            return binaryOperator(after: left)
        case .misspelt, .name:
            guard let (found, way) = meant(lexer.text(token.span)) else { return nil }
            complain(
                "'\(lexer.text(token.span))' is not an operator", label: report.isTargeted ? "write '\(way)'" : "",
                id: "misspelt-operator")
            return found
        default:
            return BinaryOperator(token.kind)
        }
    }

    private func meant(_ text: String) -> (BinaryOperator, String)? {
        switch text {
        case "=": return (.equal, "==")
        case "<>": return (.notEqual, "!=")
        case "&": return (.and, "&&")
        case "|": return (.or, "||")
        default: break
        }
        guard report.isTargeted, startsOperand(ahead) else { return nil }
        switch text.lowercased() {
        case "and": return (.and, "&&")
        case "or": return (.or, "||")
        case "is", "equals": return (.equal, "==")
        default: return nil
        }
    }

    private mutating func complainAboutPercent(after left: Expression) {
        let number: Double? =
            switch left.node {
            case .literal(.int(let value)): Double(value)
            case .literal(.double(let value)): value
            default: nil
            }
        let way = number.map { "write \(plainDecimal($0 / 100))" } ?? "divide by 100.0"
        complain("'%' is the remainder of a division, not a percentage", label: way, id: "percent-sign")
    }

    /// `not x`: the word before something that can only be an operand.
    func isMisspeltNot() -> Bool {
        guard report.isTargeted, lexer.text(token.span).lowercased() == "not" else { return false }
        switch ahead.kind {
        case .name, .literal, .string, .not: return true
        default: return false
        }
    }

    private func startsOperand(_ token: Token) -> Bool {
        switch token.kind {
        case .name, .literal, .minimum, .string, .not, .minus, .leftParenthesis, .leftBracket, .leftBrace, .dot,
            .invalid:
            true
        default: false
        }
    }
}
