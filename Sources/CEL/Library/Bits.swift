/// The bits of ints and uints, part of the math extension.
extension Library {
    static let bits: [Function] = [
        combined("math.bitAnd", "and", "The bits set in both numbers.", { $0 & $1 }, { $0 & $1 }),
        combined("math.bitOr", "or", "The bits set in either number.", { $0 | $1 }, { $0 | $1 }),
        combined("math.bitXor", "xor", "The bits set in one of the numbers only.", { $0 ^ $1 }, { $0 ^ $1 }),
        Function(
            "math.bitNot", "The bits that are not set.",
            [
                .unary("math_bitNot_int_int") { (value: Int64, _: inout Context) -> Int64 in ~value },
                .unary("math_bitNot_uint_uint") { (value: UInt64, _: inout Context) -> UInt64 in ~value },
            ]),
        shifted("math.bitShiftLeft", "The bits moved up; zeros come in.") { $0 << $1 },
        shifted("math.bitShiftRight", "The bits moved down; zeros come in, below zero too.") { $0 >> $1 },
    ]

    private static func combined(
        _ name: String, _ id: String, _ summary: String,
        _ ints: @escaping @Sendable (Int64, Int64) -> Int64, _ uints: @escaping @Sendable (UInt64, UInt64) -> UInt64
    ) -> Function {
        Function(
            name, summary,
            [
                .binary("math_bit_\(id)_int_int") { (a: Int64, b: Int64, _: inout Context) -> Int64 in ints(a, b) },
                .binary("math_bit_\(id)_uint_uint") { (a: UInt64, b: UInt64, _: inout Context) -> UInt64 in
                    uints(a, b)
                },
            ])
    }

    /// Shifts by 64 and more leave nothing, which Swift's own shifts see to.
    private static func shifted(
        _ name: String, _ summary: String, _ shift: @escaping @Sendable (UInt64, Int64) -> UInt64
    ) -> Function {
        let id = name.replacing(".", with: "_")
        return Function(
            name, summary,
            [
                .binary("\(id)_int_int") { (value: Int64, count: Int64, _: inout Context) throws(Stop) -> Int64 in
                    guard count >= 0 else { throw .failed("negative offset: \(count)") }
                    return Int64(bitPattern: shift(UInt64(bitPattern: value), count))
                },
                .binary("\(id)_uint_int") { (value: UInt64, count: Int64, _: inout Context) throws(Stop) -> UInt64 in
                    guard count >= 0 else { throw .failed("negative offset: \(count)") }
                    return shift(value, count)
                },
            ])
    }
}
