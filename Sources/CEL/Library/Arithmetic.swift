extension Library {
    static let arithmetic: [Function] =
        [
            Function(
                "_+_", "Adds numbers and durations; joins strings, bytes and lists.",
                [
                    .operator("add_int64") { (a: Int64, b: Int64, _: inout Context) throws(Stop) -> Int64 in
                        let (sum, overflow) = a.addingReportingOverflow(b)
                        if overflow { throw Self.overflow }
                        return sum
                    },
                    .operator("add_uint64") { (a: UInt64, b: UInt64, _: inout Context) throws(Stop) -> UInt64 in
                        let (sum, overflow) = a.addingReportingOverflow(b)
                        if overflow { throw Self.overflow }
                        return sum
                    },
                    .operator("add_double") { (a: Double, b: Double, _: inout Context) -> Double in a + b },
                    .binary("add_string") { (a: String, b: String, context: inout Context) throws(Stop) -> String in
                        try context.charge(bytes: a.utf8.count + b.utf8.count)
                        return a + b
                    },
                    .binary("add_bytes") { (a: Bytes, b: Bytes, context: inout Context) throws(Stop) -> Bytes in
                        try context.charge(bytes: a.array.count + b.array.count)
                        return Bytes(a.array + b.array)
                    },
                    .binary(
                        "add_list", [.list(.parameter("A")), .list(.parameter("A"))], gives: .list(.parameter("A"))
                    ) {
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
                        if overflow { throw Self.range }
                        return Interval(nanoseconds: sum)
                    },
                ]),
            Function(
                "_-_", "Subtracts.",
                [
                    .operator("subtract_int64") { (a: Int64, b: Int64, _: inout Context) throws(Stop) -> Int64 in
                        let (difference, overflow) = a.subtractingReportingOverflow(b)
                        if overflow { throw Self.overflow }
                        return difference
                    },
                    .operator("subtract_uint64") { (a: UInt64, b: UInt64, _: inout Context) throws(Stop) -> UInt64 in
                        let (difference, overflow) = a.subtractingReportingOverflow(b)
                        if overflow { throw Self.overflow }
                        return difference
                    },
                    .operator("subtract_double") { (a: Double, b: Double, _: inout Context) -> Double in a - b },
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
                        if overflow { throw Self.range }
                        return Interval(nanoseconds: difference)
                    },
                ]),
            Function(
                "_*_", "Multiplies.",
                [
                    .operator("multiply_int64") { (a: Int64, b: Int64, _: inout Context) throws(Stop) -> Int64 in
                        let (product, overflow) = a.multipliedReportingOverflow(by: b)
                        if overflow { throw Self.overflow }
                        return product
                    },
                    .operator("multiply_uint64") { (a: UInt64, b: UInt64, _: inout Context) throws(Stop) -> UInt64 in
                        let (product, overflow) = a.multipliedReportingOverflow(by: b)
                        if overflow { throw Self.overflow }
                        return product
                    },
                    .operator("multiply_double") { (a: Double, b: Double, _: inout Context) -> Double in a * b },
                ]),
        ] + division + signs

    private static let division: [Function] = [
        Function(
            "_/_", "Divides; ints and uints are cut towards zero.",
            [
                .operator("divide_int64") { (a: Int64, b: Int64, _: inout Context) throws(Stop) -> Int64 in
                    if b == 0 { throw Self.byZero }
                    let (quotient, overflow) = a.dividedReportingOverflow(by: b)
                    if overflow { throw Self.overflow }
                    return quotient
                },
                .operator("divide_uint64") { (a: UInt64, b: UInt64, _: inout Context) throws(Stop) -> UInt64 in
                    if b == 0 { throw Self.byZero }
                    return a / b
                },
                .operator("divide_double") { (a: Double, b: Double, _: inout Context) -> Double in a / b },
            ]),
        Function(
            "_%_", "The remainder of a division, with the sign of the dividend.",
            [
                .operator("modulo_int64") { (a: Int64, b: Int64, _: inout Context) throws(Stop) -> Int64 in
                    if b == 0 { throw .failed("modulus by zero") }
                    let (remainder, overflow) = a.remainderReportingOverflow(dividingBy: b)
                    if overflow { throw Self.overflow }
                    return remainder
                },
                .operator("modulo_uint64") { (a: UInt64, b: UInt64, _: inout Context) throws(Stop) -> UInt64 in
                    if b == 0 { throw .failed("modulus by zero") }
                    return a % b
                },
            ]),
    ]

    private static let signs: [Function] = [
        Function(
            "-_", "Changes the sign.",
            [
                .unary("negate_int64") { (a: Int64, _: inout Context) throws(Stop) -> Int64 in
                    if a == .min { throw Self.overflow }
                    return -a
                },
                .unary("negate_double") { (a: Double, _: inout Context) -> Double in -a },
            ]),
        Function(
            "!_", "True for false, false for true.",
            [.unary("logical_not") { (a: Bool, _: inout Context) -> Bool in !a }]),
    ]

    static let overflow = Stop.failed(Failure("overflow"))
    static let range = Stop.failed(Failure("out of range"))
    private static let byZero = Stop.failed(Failure("division by zero"))

    static func inRange<T>(_ value: T?) throws(Stop) -> T {
        guard let value else { throw range }
        return value
    }
}
