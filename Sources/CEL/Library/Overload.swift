internal import Diagnostics

/// One signature of a function, with its code.
package final class Overload: Sendable {
    /// Code for values whose types show only when it runs. Called when the types have been found to fit.
    enum Implementation: Sendable {
        case none
        case unary(@Sendable (Value, inout Context) throws(Stop) -> Value)
        case binary(@Sendable (Value, Value, inout Context) throws(Stop) -> Value)
        /// The first operand if it is an optional with a value, else the second, which is not evaluated before.
        case alternative(unwraps: Bool)
        case many(@Sendable ([Value], inout Context) throws(Stop) -> Value)
    }

    /// A stable name, as the definition of the language has them: `add_int64`.
    package let id: String
    package let isMember: Bool
    let parameters: [ValueType]
    let result: ValueType
    /// Whether the last parameter may stand any number of times, once at least.
    let isVariadic: Bool
    /// Only for values of unknown type: `1 < 1u` is no comparison to the checker, `dyn(1) < 1u` is one.
    let isDynamicOnly: Bool
    /// Only for numbers, and where no other fits, even with literal ints read as doubles.
    let isFallback: Bool
    let isGeneric: Bool
    let implementation: Implementation
    /// Makes code for operands whose types are known.
    let build: (@Sendable ([Plan], Span) -> Plan)?

    init(
        id: String, isMember: Bool, parameters: [ValueType], result: ValueType, isVariadic: Bool = false,
        isDynamicOnly: Bool = false, isFallback: Bool = false, implementation: Implementation,
        build: (@Sendable ([Plan], Span) -> Plan)? = nil
    ) {
        self.id = id
        self.isMember = isMember
        self.parameters = parameters
        self.result = result
        self.isVariadic = isVariadic
        self.isDynamicOnly = isDynamicOnly
        self.isFallback = isFallback
        self.isGeneric = result.isGeneric || parameters.contains(where: \.isGeneric)
        self.implementation = implementation
        self.build = build
    }

    /// A signature without code, to check expressions that will not be evaluated.
    package static func declared(
        _ id: String, isMember: Bool = false, _ parameters: [ValueType], _ result: ValueType
    ) -> Overload {
        Overload(id: id, isMember: isMember, parameters: parameters, result: result, implementation: .none)
    }

    /// Code for a call of this overload and no other.
    func called(_ operands: [Plan], _ span: Span) -> Plan {
        switch implementation {
        case .unary(let body): Plan(code: Strict.unary(operands[0], span, body))
        case .binary(let body): Plan(code: Strict.binary(operands[0], operands[1], span, body))
        case .many(let body): Plan(code: Strict.many(operands, span, body))
        case .none, .alternative: .failing(.failed(Failure("'\(id)' has no code", at: span)))
        }
    }

    /// Whether the types are its own and of the simple kind, so that nothing else can fit.
    func isExactly(_ types: [ValueType]) -> Bool {
        guard !isGeneric, !isVariadic, parameters.count == types.count else { return false }
        for index in types.indices where !types[index].isSameSimple(parameters[index]) { return false }
        return true
    }

    func takes(_ count: Int) -> Bool {
        isVariadic ? count >= parameters.count : count == parameters.count
    }

    /// One type for each of so many arguments.
    func parameters(for count: Int) -> [ValueType] {
        guard isVariadic, let last = parameters.last, count > parameters.count else { return parameters }
        return parameters + [ValueType](repeating: last, count: count - parameters.count)
    }

    /// `string.startsWith(string) -> bool`
    package func signature(of name: String) -> String {
        let dots = isVariadic ? "..." : ""
        let sign = BinaryOperator.sign(name)
        if name.contains("_") && !isMember && name != "exists_one" || name == "@in" {
            switch (name, parameters.count) {
            case ("_[_]", 2): return "\(parameters[0])[\(parameters[1])] -> \(result)"
            case ("_[?_]", 2): return "\(parameters[0])[?\(parameters[1])] -> \(result)"
            case (_, 1): return "\(sign)\(parameters[0]) -> \(result)"
            case (_, 2): return "\(parameters[0]) \(sign) \(parameters[1]) -> \(result)"
            default: break
            }
        }
        let arguments = (isMember ? Array(parameters.dropFirst()) : parameters).map(\.description)
        let list = arguments.joined(separator: ", ") + dots
        return isMember ? "\(parameters[0]).\(name)(\(list)) -> \(result)" : "\(name)(\(list)) -> \(result)"
    }
}

extension ValueType {
    var isGeneric: Bool {
        if case .parameter = self { return true }
        return components.contains(where: \.isGeneric)
    }

    /// Whether a value is of this type, as far as shows on its surface.
    func admits(_ value: Value) -> Bool {
        switch (self, value) {
        case (.dyn, _), (.parameter, _), (.variable, _), (.error, _), (.null, .null), (.bool, .bool),
            (.int, .int), (.uint, .uint), (.double, .double), (.string, .string), (.bytes, .bytes),
            (.timestamp, .timestamp), (.duration, .duration), (.list, .list), (.map, .map), (.type, .type):
            true
        case (.opaque("optional_type", _), .optional): true
        default: false
        }
    }
}
