extension Library {
    static let conversions: [Function] = [
        toBool, toInt, toUInt, toDouble, toString, toBytes, toTimestamp, toDuration,
        Function(
            "dyn", "The value itself, its type forgotten: what is done with it is checked when it is evaluated.",
            [.unary("to_dyn", [.parameter("A")], gives: .dyn) { (value: Value, _: inout Context) -> Value in value }]),
        Function(
            "type", "The type of a value, which is equal to the type's name: `type(1) == int`.",
            [
                .unary("type", [.parameter("A")], gives: .type(.parameter("A"))) {
                    (value: Value, _: inout Context) -> TypeName in value.typeName
                }
            ]),
    ]

    private static let toBool = Function(
        "bool", "Reads `true`, `True`, `TRUE`, `t`, `1` and their opposites.",
        [
            .unary("bool_to_bool") { (value: Bool, _: inout Context) -> Bool in value },
            .unary("string_to_bool") { (text: String, _: inout Context) throws(Stop) -> Bool in
                switch text {
                case "1", "t", "T", "true", "TRUE", "True": return true
                case "0", "f", "F", "false", "FALSE", "False": return false
                default: throw unreadable(text, "bool")
                }
            },
        ])

    private static let toInt = Function(
        "int", "A whole number: doubles are cut towards zero, strings read, timestamps counted in seconds since 1970.",
        [
            .unary("int64_to_int64") { (value: Int64, _: inout Context) -> Int64 in value },
            .unary("uint64_to_int64") { (value: UInt64, _: inout Context) throws(Stop) -> Int64 in
                try inRange(Int64(exactly: value))
            },
            .unary("double_to_int64") { (value: Double, _: inout Context) throws(Stop) -> Int64 in
                // The smallest int is left out: a double cannot tell it from what lies below.
                guard value > -0x1p63, value < 0x1p63 else { throw range }
                return Int64(value)
            },
            .unary("string_to_int64") { (text: String, _: inout Context) throws(Stop) -> Int64 in
                guard let value = Int64(text) else { throw unreadable(text, "int") }
                return value
            },
            .unary("timestamp_to_int64") { (value: Timestamp, _: inout Context) -> Int64 in value.seconds },
        ])

    private static let toUInt = Function(
        "uint", "A whole number that is not negative.",
        [
            .unary("uint64_to_uint64") { (value: UInt64, _: inout Context) -> UInt64 in value },
            .unary("int64_to_uint64") { (value: Int64, _: inout Context) throws(Stop) -> UInt64 in
                try inRange(UInt64(exactly: value))
            },
            .unary("double_to_uint64") { (value: Double, _: inout Context) throws(Stop) -> UInt64 in
                guard value >= 0, value < 0x1p64 else { throw range }
                return UInt64(value)
            },
            .unary("string_to_uint64") { (text: String, _: inout Context) throws(Stop) -> UInt64 in
                // No sign, not even a plus: it would let `-0` in.
                guard text.utf8.first?.isDigit == true, let value = UInt64(text) else {
                    throw unreadable(text, "uint")
                }
                return value
            },
        ])

    private static let toDouble = Function(
        "double", "The nearest double.",
        [
            .unary("double_to_double") { (value: Double, _: inout Context) -> Double in value },
            .unary("int64_to_double") { (value: Int64, _: inout Context) -> Double in Double(value) },
            .unary("uint64_to_double") { (value: UInt64, _: inout Context) -> Double in Double(value) },
            .unary("string_to_double") { (text: String, _: inout Context) throws(Stop) -> Double in
                guard let value = Double(text) else { throw unreadable(text, "double") }
                return value
            },
        ])

    private static let toString = Function(
        "string", "The value as text; bytes are read as UTF-8.",
        [
            .unary("string_to_string") { (value: String, _: inout Context) -> String in value },
            .unary("bool_to_string") { (value: Bool, _: inout Context) -> String in value ? "true" : "false" },
            .unary("int64_to_string") { (value: Int64, _: inout Context) -> String in String(value) },
            .unary("uint64_to_string") { (value: UInt64, _: inout Context) -> String in String(value) },
            .unary("double_to_string") { (value: Double, _: inout Context) -> String in plainDecimal(value) },
            .unary("bytes_to_string") { (value: Bytes, context: inout Context) throws(Stop) -> String in
                try context.charge(bytes: value.array.count)
                guard let text = String(validating: value.array, as: UTF8.self) else {
                    throw .failed("the bytes are not UTF-8")
                }
                return text
            },
            .unary("timestamp_to_string") { (value: Timestamp, _: inout Context) -> String in value.description },
            .unary("duration_to_string") { (value: Interval, _: inout Context) -> String in value.description },
        ])

    private static let toBytes = Function(
        "bytes", "The UTF-8 of a string.",
        [
            .unary("bytes_to_bytes") { (value: Bytes, _: inout Context) -> Bytes in value },
            .unary("string_to_bytes") { (text: String, context: inout Context) throws(Stop) -> Bytes in
                try context.charge(bytes: text.utf8.count)
                return Bytes(Array(text.utf8))
            },
        ])

    private static let toTimestamp = Function(
        "timestamp", "An instant, from RFC 3339 text or from seconds since 1970.",
        [
            .unary("timestamp_to_timestamp") { (value: Timestamp, _: inout Context) -> Timestamp in value },
            .unary("int64_to_timestamp") { (value: Int64, _: inout Context) throws(Stop) -> Timestamp in
                try inRange(Timestamp(seconds: value))
            },
            .unary("string_to_timestamp") { (text: String, _: inout Context) throws(Stop) -> Timestamp in
                guard let value = Timestamp(text) else { throw unreadable(text, "timestamp") }
                return value
            },
        ])

    private static let toDuration = Function(
        "duration", "A length of time, from numbers with units: `1h30m`, `-1.5s`; the units are h m s ms us ns.",
        [
            .unary("duration_to_duration") { (value: Interval, _: inout Context) -> Interval in value },
            .unary("string_to_duration") { (text: String, _: inout Context) throws(Stop) -> Interval in
                guard let value = Interval(text) else { throw unreadable(text, "duration") }
                return value
            },
        ])

    private static func unreadable(_ text: String, _ type: String) -> Stop {
        .failed("\(quoted(String(text.prefix(100)))) cannot be read as \(type)")
    }
}
