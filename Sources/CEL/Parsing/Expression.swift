internal import Diagnostics

/// A node of the syntax tree. Macros are already expanded.
final class Expression: Sendable {
    enum Node: Sendable {
        case literal(Value)
        /// A name by itself; `.name` is rooted, meaning it is looked up outside the container and past local names.
        case name(String, isRooted: Bool)
        case select(Expression, Field)
        case call(Call)
        /// `a && b && c` in one node, however long, so that the tree stays flat.
        case logic(Logic, [Expression])
        case conditional(Expression, Expression, Expression)
        case list([Element])
        case map([Entry])
        case comprehension(Comprehension)
        case binding(Binding)
        /// Stands for what could not be read; the mistake has been reported.
        case invalid
    }

    /// Counts nodes in the order they were read; what the checker finds out is kept under it.
    let id: Int
    let span: Span
    /// How many levels of nodes stand under this one, itself included.
    let depth: Int
    let node: Node

    init(id: Int, span: Span, node: Node) {
        self.id = id
        self.span = span
        self.node = node
        self.depth = 1 + node.depth
    }
}

enum Logic: Sendable {
    case and, or

    var sign: String { self == .and ? "&&" : "||" }
}

/// An element of a list; `?x` is left out when `x` is none.
struct Element: Sendable {
    let expression: Expression
    let isOptional: Bool
}

/// An entry of a map; `?k: v` is left out when `v` is none.
struct Entry: Sendable {
    let key: Expression
    let value: Expression
    let isOptional: Bool
}

/// A name that a macro brings in.
struct LocalName: Sendable {
    let name: String
    let span: Span
}

extension Expression.Node {
    /// How deep the deepest child is.
    fileprivate var depth: Int {
        switch self {
        case .literal, .name, .invalid: 0
        case .select(let operand, _): operand.depth
        case .call(let call): call.arguments.reduce(call.target?.depth ?? 0) { max($0, $1.depth) }
        case .logic(_, let operands): operands.reduce(0) { max($0, $1.depth) }
        default: children.reduce(0) { max($0, $1.depth) }
        }
    }

    var children: [Expression] {
        switch self {
        case .literal, .name, .invalid: []
        case .select(let operand, _): [operand]
        case .call(let call): call.operands
        case .logic(_, let operands): operands
        case .conditional(let condition, let yes, let no): [condition, yes, no]
        case .list(let elements): elements.map(\.expression)
        case .map(let entries): entries.flatMap { [$0.key, $0.value] }
        case .comprehension(let comprehension):
            [comprehension.range] + [comprehension.condition, comprehension.result].compactMap { $0 }
        case .binding(let binding): [binding.value, binding.body]
        }
    }
}
