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

/// What stands after a dot.
struct Field: Sendable {
    enum Access: Sendable {
        case plain
        /// `.?name`: an optional, none when there is no such field.
        case optional
        /// `has(x.name)`: whether there is such a field.
        case presence
    }

    let name: String
    let span: Span
    let access: Access
}

/// A function, or a method when there is a target, or an operator under its function's name such as `_+_`.
struct Call: Sendable {
    let function: String
    let nameSpan: Span
    let target: Expression?
    let arguments: [Expression]

    var operands: [Expression] { target.map { [$0] + arguments } ?? arguments }
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

/// `all`, `exists`, `map` and their like: an expression evaluated for each element.
struct Comprehension: Sendable {
    enum Kind: Sendable {
        case all, exists, existsOne, filter, map, transformList, transformMap, transformMapEntry
    }

    let kind: Kind
    let range: Expression
    /// One name for elements of lists and keys of maps; two for index and element, or key and value.
    let names: [LocalName]
    /// What is asked of each element; nil where each counts.
    let condition: Expression?
    /// What is made of each element; nil where nothing is.
    let result: Expression?
}

/// A value under a name: `cel.bind`, `optMap` and `optFlatMap`.
struct Binding: Sendable {
    enum Kind: Sendable {
        case bind, optMap, optFlatMap
    }

    let kind: Kind
    let name: LocalName
    let value: Expression
    let body: Expression
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
