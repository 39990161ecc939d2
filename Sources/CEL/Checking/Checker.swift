internal import Diagnostics

/// Gives every node a type, every name a meaning, and every call its overload.
///
/// With checking off it only resolves names: every type is `dyn`, and what has no meaning fails when it is evaluated.
struct Checker {
    struct Local {
        let name: String
        let slot: Int
        let type: ValueType
    }

    let environment: Environment
    let report: Reporter
    let isChecking: Bool
    var unifier = Unifier()
    var types: [ValueType]
    var references: [Reference?]
    var doubles: Set<Int> = []
    var localSlots: [Int: [Int]] = [:]
    var scope: [Local] = []
    /// Declared variables met so far, each once; there are few, so that looking through them is quick.
    var reads: [Int] = []
    var slotCount: Int

    init(_ environment: Environment, nodeCount: Int, report: Reporter, isChecking: Bool) {
        self.environment = environment
        self.report = report
        self.isChecking = isChecking
        self.types = [ValueType](repeating: .dyn, count: nodeCount)
        self.references = [Reference?](repeating: nil, count: nodeCount)
        self.slotCount = environment.variables.count
    }

    /// Checks a whole expression. A type that is expected and not found is reported like any other mistake.
    mutating func run(_ expression: Expression, expected: ValueType?) -> Checked {
        _ = check(expression)
        if isChecking, let expected { require(expression, expected) }
        if !localSlots.isEmpty { limitNesting(expression) }
        return Checked(
            expression: expression, types: unifier.isUsed ? types.map(unifier.final) : types, references: references,
            doubles: doubles,
            localSlots: localSlots, slotCount: slotCount, reads: reads.sorted())
    }

    private func limitNesting(_ expression: Expression) {
        var nesting = Nesting()
        guard nesting.depth(expression) > Parser.deepest else { return }
        report(
            "too-deep", "the expression makes values nested more than \(Parser.deepest) levels deep",
            at: expression.span)
    }

    mutating func check(_ expression: Expression) -> ValueType {
        let type = type(of: expression)
        types[expression.id] = isChecking ? type : .dyn
        return types[expression.id]
    }

    private mutating func type(of expression: Expression) -> ValueType {
        switch expression.node {
        case .literal(let value): Self.type(of: value)
        case .name(let name, let isRooted): nameType(name, isRooted: isRooted, expression)
        case .select(let operand, let field): selectType(operand, field, expression)
        case .call(let call): callType(call, expression)
        case .logic(let logic, let operands): logicType(logic, operands)
        case .conditional(let condition, let yes, let no): conditionalType(condition, yes, no)
        case .list(let elements): listType(elements)
        case .map(let entries): mapType(entries)
        case .comprehension(let comprehension): comprehensionType(comprehension, expression)
        case .binding(let binding): bindingType(binding, expression)
        case .invalid: .error
        }
    }

    private static func type(of literal: Value) -> ValueType {
        switch literal {
        case .null: .null
        case .bool: .bool
        case .int: .int
        case .uint: .uint
        case .double: .double
        case .string: .string
        case .bytes: .bytes
        default: .dyn
        }
    }

    // MARK: Structures

    private mutating func logicType(_ logic: Logic, _ operands: [Expression]) -> ValueType {
        for operand in operands {
            let type = check(operand)
            guard isChecking, !unifier.fit(type, .bool) else { continue }
            report(
                "type-mismatch", "'\(logic.sign)' joins conditions, and this is \(unifier.final(type))",
                at: operand.span, label: "expected bool")
        }
        return .bool
    }

    private mutating func conditionalType(
        _ condition: Expression, _ yes: Expression, _ no: Expression
    ) -> ValueType {
        let type = check(condition)
        if isChecking, !unifier.fit(type, .bool) {
            report(
                "type-mismatch", "the condition of '?:' is \(unifier.final(type))", at: condition.span,
                label: "expected bool")
        }
        var first = check(yes)
        var second = check(no)
        guard isChecking else { return .dyn }
        if unifier.fit(first, second) { return unifier.join(first, second) }
        if adoptDouble(yes, beside: second) { first = .double }
        if adoptDouble(no, beside: first) { second = .double }
        guard unifier.fit(first, second) else {
            report(
                "type-mismatch",
                "'?:' gives \(unifier.final(first)) in one case and \(unifier.final(second)) in the other",
                at: no.span, label: "expected \(unifier.final(first))")
            return .error
        }
        return unifier.join(first, second)
    }

    private mutating func listType(_ elements: [Element]) -> ValueType {
        var joined: ValueType?
        for element in elements {
            var type = check(element.expression)
            if element.isOptional { type = unwrapped(type, element.expression) }
            joined = joined.map { unifier.join($0, type) } ?? type
        }
        return .list(joined ?? unifier.fresh())
    }

    private mutating func mapType(_ entries: [Entry]) -> ValueType {
        var key: ValueType?
        var value: ValueType?
        for entry in entries {
            let keyType = check(entry.key)
            checkKey(keyType, entry.key)
            key = key.map { unifier.join($0, keyType) } ?? keyType
            var type = check(entry.value)
            if entry.isOptional { type = unwrapped(type, entry.value) }
            value = value.map { unifier.join($0, type) } ?? type
        }
        return .map(key ?? unifier.fresh(), value ?? unifier.fresh())
    }

    private func checkKey(_ type: ValueType, _ expression: Expression) {
        guard isChecking else { return }
        switch unifier.resolved(type) {
        case .bool, .int, .uint, .string, .dyn, .error, .variable, .parameter: break
        case let type:
            report(
                "type-mismatch", "\(type) may not be the key of a map", at: expression.span,
                label: "expected bool, int, uint or string")
        }
    }

    /// What an element marked with `?` adds: what is inside the optional.
    private mutating func unwrapped(_ type: ValueType, _ expression: Expression) -> ValueType {
        guard isChecking else { return .dyn }
        let inner = unifier.fresh()
        if unifier.fit(type, .optional(inner)) { return unifier.resolved(inner) }
        report(
            "type-mismatch", "an element marked with '?' is \(unifier.final(type))", at: expression.span,
            label: "expected an optional")
        return .error
    }

    /// Reports it when an expression is not of a type that its surroundings ask for.
    private mutating func require(_ expression: Expression, _ expected: ValueType) {
        let type = types[expression.id]
        if unifier.fit(type, expected) || adoptDouble(expression, beside: expected) { return }
        report(
            "type-mismatch", "expected \(expected), and this is \(unifier.final(type))", at: expression.span,
            label: expected == .bool ? "a condition is true or false; compare it with something" : "")
    }

    /// Reads a literal int as a double where a double is wanted, if that extension is on. True when it was.
    mutating func adoptDouble(_ expression: Expression, beside type: ValueType) -> Bool {
        guard environment.options.integersMeetDoubles, unifier.resolved(type) == .double,
            isExactInteger(expression)
        else { return false }
        markDouble(expression)
        return true
    }

    func isExactInteger(_ expression: Expression) -> Bool {
        guard case .literal(.int(let number)) = expression.node else { return false }
        return Int64(exactly: Double(number)) == number
    }

    mutating func markDouble(_ expression: Expression) {
        doubles.insert(expression.id)
        types[expression.id] = .double
    }
}
