internal import Glibc

/// The math extension.
extension Library {
    static let mathematics: [Function] = [
        extreme("math.greatest", "greatest", "The greatest of numbers, or of a list of them.", .greater),
        extreme("math.least", "least", "The least of numbers, or of a list of them.", .less),
        rounding("math.ceil", "ceil", "The next whole number up.") { $0.rounded(.up) },
        rounding("math.floor", "floor", "The next whole number down.") { $0.rounded(.down) },
        rounding("math.round", "round", "The nearest whole number; halves go away from zero.") { $0.rounded() },
        rounding("math.trunc", "trunc", "The number without its fraction.") { $0.rounded(.towardZero) },
        Function(
            "math.abs", "The number without its sign.",
            [
                .unary("math_abs_double") { (value: Double, _: inout Context) -> Double in abs(value) },
                .unary("math_abs_int") { (value: Int64, _: inout Context) throws(Stop) -> Int64 in
                    if value == .min { throw overflow }
                    return abs(value)
                },
                .unary("math_abs_uint") { (value: UInt64, _: inout Context) -> UInt64 in value },
            ]),
        Function(
            "math.sign", "-1, 0 or 1, of the number's own type.",
            [
                .unary("math_sign_double") { (value: Double, _: inout Context) -> Double in
                    value.isNaN ? value : value > 0 ? 1 : value < 0 ? -1 : 0
                },
                .unary("math_sign_int") { (value: Int64, _: inout Context) -> Int64 in value.signum() },
                .unary("math_sign_uint") { (value: UInt64, _: inout Context) -> UInt64 in value == 0 ? 0 : 1 },
            ]),
        Function(
            "math.sqrt", "The square root.",
            [
                .unary("math_sqrt_double") { (value: Double, _: inout Context) -> Double in value.squareRoot() },
                .unary("math_sqrt_int") { (value: Int64, _: inout Context) -> Double in Double(value).squareRoot() },
                .unary("math_sqrt_uint") { (value: UInt64, _: inout Context) -> Double in
                    Double(value).squareRoot()
                },
            ]),
        test("math.isNaN", "Whether a double is not a number.") { $0.isNaN },
        test("math.isInf", "Whether a double is infinite.") { $0.isInfinite },
        test("math.isFinite", "Whether a double is neither infinite nor not a number.") { $0.isFinite },
    ]

    private static func rounding(
        _ name: String, _ id: String, _ summary: String, _ round: @escaping @Sendable (Double) -> Double
    ) -> Function {
        Function(
            name, summary,
            [.unary("math_\(id)_double") { (value: Double, _: inout Context) -> Double in round(value) }])
    }

    private static func test(
        _ name: String, _ summary: String, _ test: @escaping @Sendable (Double) -> Bool
    ) -> Function {
        let id = name.replacing(".", with: "_") + "_double"
        return Function(name, summary, [.unary(id) { (value: Double, _: inout Context) -> Bool in test(value) }])
    }

    private static func extreme(_ name: String, _ id: String, _ summary: String, _ wanted: Ordering) -> Function {
        @Sendable func best(_ values: [Value], _ context: inout Context) throws(Stop) -> Value {
            try context.charge(values.count)
            guard var best = values.first else { throw .failed("\(name) of an empty list") }
            guard Ordering.numbers(best, best) != nil else { throw Overload.mismatch }
            for value in values.dropFirst() {
                guard let ordering = Ordering.numbers(value, best) else { throw Overload.mismatch }
                if ordering == wanted { best = value }
            }
            return best
        }
        let types: [(String, ValueType)] = [("int", .int), ("uint", .uint), ("double", .double)]
        let ofArguments = types.map { type in
            Overload.many("math_\(id)_\(type.0)", [type.1], gives: type.1, isVariadic: true, best)
        }
        let ofLists = types.map { type in
            Overload.unary("math_\(id)_list_\(type.0)", [.list(type.1)], gives: type.1) {
                (list: [Value], context: inout Context) throws(Stop) -> Value in try best(list, &context)
            }
        }
        let mixed = Overload.many("math_\(id)_dyn", [.dyn], gives: .dyn, isVariadic: true, isFallback: true, best)
        return Function(name, summary, ofArguments + ofLists + [mixed])
    }
}
