/// An expression with all that the checker found out about it, by the ids of its nodes.
struct Checked: Sendable {
    let expression: Expression
    let types: [ValueType]
    let references: [Reference?]
    /// Literals of ints that are read as doubles, because they met one.
    let doubles: Set<Int>
    /// The slots that names of macros take, by node.
    let localSlots: [Int: [Int]]
    /// How many slots an evaluation needs, variables included.
    let slotCount: Int
    /// Declared variables that are referred to, in order.
    let reads: [Int]

    func type(of expression: Expression) -> ValueType { types[expression.id] }
}
