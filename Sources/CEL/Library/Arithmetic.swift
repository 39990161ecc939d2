extension Library {
    static let arithmetic: [Function] = [
        addition, subtraction,
        Function(
            "_*_", "Multiplies.",
            [
                .operation("multiply_int64", IntegerMultiplication<Int64>.self),
                .operation("multiply_uint64", IntegerMultiplication<UInt64>.self),
                .operation("multiply_double", DoubleMultiplication.self),
            ]),
        Function(
            "_/_", "Divides; ints and uints are cut towards zero.",
            [
                .operation("divide_int64", IntegerDivision<Int64>.self),
                .operation("divide_uint64", IntegerDivision<UInt64>.self),
                .operation("divide_double", DoubleDivision.self),
            ]),
        Function(
            "_%_", "The remainder of a division, with the sign of the dividend.",
            [
                .operation("modulo_int64", IntegerRemainder<Int64>.self),
                .operation("modulo_uint64", IntegerRemainder<UInt64>.self),
            ]),
        Function(
            "-_", "Changes the sign.",
            [
                .unary("negate_int64") { (a: Int64, _: inout Context) throws(Stop) -> Int64 in
                    if a == .min { throw overflow }
                    return -a
                },
                .unary("negate_double") { (a: Double, _: inout Context) -> Double in -a },
            ]),
        Function(
            "!_", "True for false, false for true.",
            [.unary("logical_not") { (a: Bool, _: inout Context) -> Bool in !a }]),
    ]

    private static let addition = Function(
        "_+_", "Adds numbers and durations; joins strings, bytes and lists.",
        [
            .operation("add_int64", IntegerAddition<Int64>.self),
            .operation("add_uint64", IntegerAddition<UInt64>.self),
            .operation("add_double", DoubleAddition.self),
            .binary("add_string") { (a: String, b: String, context: inout Context) throws(Stop) -> String in
                try context.charge(bytes: a.utf8.count + b.utf8.count)
                return a + b
            },
            .binary("add_bytes") { (a: Bytes, b: Bytes, context: inout Context) throws(Stop) -> Bytes in
                try context.charge(bytes: a.array.count + b.array.count)
                return Bytes(a.array + b.array)
            },
            .binary("add_list", [.list(.parameter("A")), .list(.parameter("A"))], gives: .list(.parameter("A"))) {
                (a: [Value], b: [Value], context: inout Context) throws(Stop) -> [Value] in
                try context.charge(a.count + b.count)
                return a + b
            },
            .binary("add_timestamp_duration") {
                (a: Timestamp, b: Interval, _: inout Context) throws(Stop) -> Timestamp in
                try inRange(a.adding(b))
            },
            .binary("add_duration_timestamp") {
                (a: Interval, b: Timestamp, _: inout Context) throws(Stop) -> Timestamp in
                try inRange(b.adding(a))
            },
            .binary("add_duration_duration") {
                (a: Interval, b: Interval, _: inout Context) throws(Stop) -> Interval in
                let (sum, overflow) = a.nanoseconds.addingReportingOverflow(b.nanoseconds)
                if overflow { throw range }
                return Interval(nanoseconds: sum)
            },
        ])

    private static let subtraction = Function(
        "_-_", "Subtracts.",
        [
            .operation("subtract_int64", IntegerSubtraction<Int64>.self),
            .operation("subtract_uint64", IntegerSubtraction<UInt64>.self),
            .operation("subtract_double", DoubleSubtraction.self),
            .binary("subtract_timestamp_timestamp") {
                (a: Timestamp, b: Timestamp, _: inout Context) throws(Stop) -> Interval in
                try inRange(a.since(b))
            },
            .binary("subtract_timestamp_duration") {
                (a: Timestamp, b: Interval, _: inout Context) throws(Stop) -> Timestamp in
                try inRange(a.subtracting(b))
            },
            .binary("subtract_duration_duration") {
                (a: Interval, b: Interval, _: inout Context) throws(Stop) -> Interval in
                let (difference, overflow) = a.nanoseconds.subtractingReportingOverflow(b.nanoseconds)
                if overflow { throw range }
                return Interval(nanoseconds: difference)
            },
        ])

    static let overflow = Stop.failed(Failure("overflow"))
    static let range = Stop.failed(Failure("out of range"))
    static let divisionByZero = Stop.failed(Failure("division by zero"))
    static let modulusByZero = Stop.failed(Failure("modulus by zero"))

    static func inRange<T>(_ value: T?) throws(Stop) -> T {
        guard let value else { throw range }
        return value
    }
}
