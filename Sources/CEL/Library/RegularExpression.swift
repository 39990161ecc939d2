internal import CRE2

/// A compiled RE2 pattern: linear in the text, whatever the pattern.
@safe final class RegularExpression: Sendable {
    private let pattern: cre2_pattern
    /// How many instructions the pattern takes; text costs more the more there are.
    private let size: Int

    /// Memory for the program and the states met while matching.
    private static let memory: Int64 = 4 << 20
    private static let longest = 10_000

    init(_ text: String) throws(Stop) {
        guard text.utf8.count <= Self.longest else { throw .failed("the regular expression is too long") }
        var text = text
        var reason = [CChar](repeating: 0, count: 200)
        let compiled = text.withUTF8 { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { bytes in
                unsafe reason.withUnsafeMutableBufferPointer { reason in
                    unsafe reason.baseAddress.map {
                        unsafe cre2_compile(bytes.baseAddress, bytes.count, Self.memory, $0, reason.count)
                    }
                }
            }
        }
        guard let compiled = unsafe compiled, unsafe compiled.expression != nil else {
            let bytes = reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            throw .failed("not a regular expression: \(String(decoding: bytes, as: UTF8.self))")
        }
        unsafe pattern = compiled
        size = unsafe Int(cre2_size(compiled))
    }

    deinit {
        unsafe cre2_free(pattern)
    }

    func occurs(in text: String, _ context: inout Context) throws(Stop) -> Bool {
        try context.charge(1 + (text.utf8.count >> 6) * (1 + size >> 6))
        var text = text
        return text.withUTF8 { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { bytes in
                unsafe cre2_matches(pattern, bytes.baseAddress, bytes.count)
            }
        }
    }
}
