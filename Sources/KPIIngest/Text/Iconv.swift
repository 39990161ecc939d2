import Glibc

/// The C library's converter of encodings. GB18030 has more rules than anyone should write down twice.
enum Iconv {
    enum Outcome {
        case text([UInt8])
        /// What could be read before the first byte that could not.
        case invalid(before: [UInt8])
    }

    static func utf8(from encoding: TextEncoding, _ bytes: [UInt8], startingAt start: Int) -> Outcome {
        let converter = unsafe iconv_open("UTF-8", encoding.rawValue)
        // iconv_open's failure is the pointer (iconv_t)-1.
        guard Int(bitPattern: converter) != -1 else { return .invalid(before: []) }
        defer { unsafe _ = iconv_close(converter) }

        // Two bytes of any of the encodings become three of UTF-8 at most; a lone byte becomes one.
        let capacity = bytes.count / 2 * 3 + 16
        var isWhole = false
        let output = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            unsafe bytes.withUnsafeBytes { input in
                var source = unsafe UnsafeMutableRawPointer(mutating: input.baseAddress)?
                    .advanced(by: start).assumingMemoryBound(to: CChar.self)
                var sourceLeft = input.count - start
                var target = unsafe UnsafeMutableRawPointer(buffer.baseAddress)?
                    .assumingMemoryBound(to: CChar.self)
                var targetLeft = capacity
                let result = unsafe iconv(converter, &source, &sourceLeft, &target, &targetLeft)
                isWhole = result != .max && sourceLeft == 0  // (size_t)-1 is its failure
                count = capacity - targetLeft
            }
        }
        return isWhole ? .text(output) : .invalid(before: output)
    }
}
