extension Library {
    static let strings: [Function] = [
        Function(
            "contains", "Whether a string stands within another.",
            [
                .test("contains_string", Contains.self)
            ]),
        Function(
            "startsWith", "Whether a string begins with another.",
            [
                .test("starts_with_string", BeginsWith.self)
            ]),
        Function(
            "endsWith", "Whether a string ends with another.",
            [
                .test("ends_with_string", EndsWith.self)
            ]),
        matches,
    ]

    /// A pattern that is constant is compiled once; any other, each time.
    private static let matches = Function(
        "matches", "Whether a regular expression (RE2) occurs in a string.",
        [true, false].map { isMember in
            let id = isMember ? "matches_string" : "matches"
            let plain = Overload.binary(id, isMember: isMember) {
                (text: String, pattern: String, context: inout Context) throws(Stop) -> Bool in
                try context.charge(16 + pattern.utf8.count)
                return try RegularExpression(pattern).occurs(in: text, &context)
            }
            return Overload(
                id: id, isMember: isMember, parameters: plain.parameters, result: .bool,
                implementation: plain.implementation,
                build: { plans, span in
                    guard case .string(let constant) = plans[1].constant,
                        let expression = try? RegularExpression(constant)
                    else { return plain.called(plans, span) }
                    return Plan(
                        code: Strict.unary(plans[0], span) {
                            (text: Value, context: inout Context) throws(Stop) -> Value in
                            guard case .string(let text) = text else { throw Overload.mismatch }
                            return .bool(try expression.occurs(in: text, &context))
                        })
                })
        })
}
