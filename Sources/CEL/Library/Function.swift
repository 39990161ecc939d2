/// A function or operator with all its signatures: what the checker resolves calls by, the planner takes code from,
/// and the reference is written from.
package final class Function: Sendable {
    /// As it is called: `size`, `math.abs`; operators as `_+_`.
    package let name: String
    /// One sentence.
    package let summary: String
    package let overloads: [Overload]

    package init(_ name: String, _ summary: String = "", _ overloads: [Overload]) {
        self.name = name
        self.summary = summary
        self.overloads = overloads
    }

    var isOperator: Bool { name.hasPrefix("_") || name.hasPrefix("@") || name == "-_" || name == "!_" }

    func adding(_ other: Function) -> Function {
        Function(name, summary.isEmpty ? other.summary : summary, overloads + other.overloads)
    }
}
