/// What a name or a call in an expression turned out to mean.
enum Reference: Sendable {
    /// A declared variable, or a name that a macro brought in: where its value stands in the frame.
    case slot(Int, name: String)
    /// `has(x)` of a declared variable: whether its slot has a value.
    case presence(Int)
    /// The name of a type.
    case constant(Value)
    /// A function with the overloads that fit by what is known before evaluation. A namespaced one, such as
    /// `math.abs`, was written like a method: what stands before the dot is part of its name.
    case function(Function, fitting: [Overload], isNamespaced: Bool)
    /// Nothing; an error when it is evaluated. Only where checking is off.
    case unresolved(String)
}
