/// How deep the values of an expression can be nested, at most.
///
/// Names stand for values in values: with `cel.bind` a short expression could make lists within lists within lists,
/// deeper than what compares or releases them could follow. What the host binds is the host's own affair and counts 0.
struct Nesting {
    private var names: [(name: String, depth: Int)] = []

    /// Never less than what an evaluation makes, and never more than the depth of an expression without macros.
    mutating func depth(_ expression: Expression) -> Int {
        switch expression.node {
        case .literal, .invalid: return 0
        case .name(let name, _): return names.last { $0.name == name }?.depth ?? 0
        case .comprehension(let comprehension):
            let range = depth(comprehension.range)
            let outer = names.count
            for name in comprehension.names { names.append((name.name, range)) }
            defer { names.removeLast(names.count - outer) }
            let condition = comprehension.condition.map { depth($0) } ?? 0
            let result = comprehension.result.map { depth($0) + 1 } ?? range
            return max(condition, result)
        case .binding(let binding):
            names.append((binding.name.name, depth(binding.value)))
            defer { names.removeLast() }
            return depth(binding.body) + (binding.kind == .bind ? 0 : 1)
        default:
            var deepest = 0
            for child in expression.node.children { deepest = max(deepest, depth(child)) }
            return deepest + 1
        }
    }
}
