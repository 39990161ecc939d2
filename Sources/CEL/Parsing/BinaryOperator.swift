internal import Diagnostics

/// An operator between two operands.
struct BinaryOperator {
    let precedence: Int
    let function: String

    static let or = BinaryOperator(precedence: 1, function: "_||_")
    static let and = BinaryOperator(precedence: 2, function: "_&&_")
    static let equal = BinaryOperator(precedence: 3, function: "_==_")
    static let notEqual = BinaryOperator(precedence: 3, function: "_!=_")

    init(precedence: Int, function: String) {
        self.precedence = precedence
        self.function = function
    }

    init?(_ kind: Token.Kind) {
        switch kind {
        case .or: self = .or
        case .and: self = .and
        case .equal: self = .equal
        case .notEqual: self = .notEqual
        case .less: self.init(precedence: 3, function: "_<_")
        case .lessOrEqual: self.init(precedence: 3, function: "_<=_")
        case .greater: self.init(precedence: 3, function: "_>_")
        case .greaterOrEqual: self.init(precedence: 3, function: "_>=_")
        case .in: self.init(precedence: 3, function: "@in")
        case .plus: self.init(precedence: 4, function: "_+_")
        case .minus: self.init(precedence: 4, function: "_-_")
        case .star: self.init(precedence: 5, function: "_*_")
        case .slash: self.init(precedence: 5, function: "_/_")
        case .percent: self.init(precedence: 5, function: "_%_")
        default: return nil
        }
    }

    /// The sign in messages.
    static func sign(_ function: String) -> String {
        switch function {
        case "@in": "in"
        case "-_": "-"
        case "!_": "!"
        case "_[_]": "[]"
        case "_[?_]": "[?]"
        case "_?_:_": "?:"
        default: function.replacing("_", with: "")
        }
    }
}
