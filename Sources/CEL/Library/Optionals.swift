/// The optional types extension, but for its macros and `.?`, which the parser knows.
extension Library {
    private static let element = ValueType.parameter("T")

    static let optionals: [Function] = [
        Function(
            "optional.of", "An optional that has the value.",
            [
                .unary("optional_of", [element], gives: .optional(element)) {
                    (value: Value, _: inout Context) -> OptionalValue in OptionalValue(value)
                }
            ]),
        Function(
            "optional.ofNonZeroValue", "An optional that has the value, unless it is null, false, zero or empty.",
            [
                .unary("optional_ofNonZeroValue", [element], gives: .optional(element)) {
                    (value: Value, _: inout Context) -> OptionalValue in value.isZero ? .none : OptionalValue(value)
                }
            ]),
        Function(
            "optional.none", "The optional that has no value.",
            [
                .many("optional_none", [], gives: .optional(element)) {
                    (_: [Value], _: inout Context) -> Value in .optional(.none)
                }
            ]),
        Function(
            "hasValue", "Whether an optional has a value.",
            [
                .unary("optional_hasValue", isMember: true, [.optional(element)]) {
                    (optional: OptionalValue, _: inout Context) -> Bool in optional.wrapped != nil
                }
            ]),
        Function(
            "value", "The value of an optional; an error when it has none.",
            [
                .unary("optional_value", isMember: true, [.optional(element)], gives: element) {
                    (optional: OptionalValue, _: inout Context) throws(Stop) -> Value in
                    guard let value = optional.wrapped else { throw .failed("the optional has no value") }
                    return value
                }
            ]),
        Function(
            "or", "The optional itself if it has a value, else the other one.",
            [
                Overload(
                    id: "optional_or_optional", isMember: true, parameters: [.optional(element), .optional(element)],
                    result: .optional(element), implementation: .alternative(unwraps: false))
            ]),
        Function(
            "orValue", "The value of an optional, or the one given where it has none.",
            [
                Overload(
                    id: "optional_orValue_value", isMember: true, parameters: [.optional(element), element],
                    result: element, implementation: .alternative(unwraps: true))
            ]),
        Function(
            "optional.unwrap", "The values of those optionals in a list that have one.", [unwrap(isMember: false)]),
        Function("unwrapOpt", "The values of those optionals in a list that have one.", [unwrap(isMember: true)]),
        Function(
            "first", "The first element of a list, as an optional.",
            [
                .unary("list_first", isMember: true, [.list(element)], gives: .optional(element)) {
                    (list: [Value], _: inout Context) -> OptionalValue in OptionalValue(list.first)
                }
            ]),
        Function(
            "last", "The last element of a list, as an optional.",
            [
                .unary("list_last", isMember: true, [.list(element)], gives: .optional(element)) {
                    (list: [Value], _: inout Context) -> OptionalValue in OptionalValue(list.last)
                }
            ]),
    ]

    private static func unwrap(isMember: Bool) -> Overload {
        .unary(
            isMember ? "optional_unwrapOpt" : "optional_unwrap", isMember: isMember, [.list(.optional(element))],
            gives: .list(element)
        ) { (list: [Value], context: inout Context) throws(Stop) -> [Value] in
            try context.charge(list.count)
            var values: [Value] = []
            for element in list {
                guard case .optional(let optional) = element else { throw Overload.mismatch }
                if let value = optional.wrapped { values.append(value) }
            }
            return values
        }
    }
}
