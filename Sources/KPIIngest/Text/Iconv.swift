import Glibc

/// The C library's converter of encodings, piece by piece. GB18030 has more rules than anyone should write down twice.
@safe final class Iconv {  // the converter lives as long as this
    enum Outcome {
        case text([UInt8])
        /// What could be read before the first byte that could not.
        case invalid(before: [UInt8])
    }

    // iconv_open's failure is the pointer (iconv_t)-1.
    private let converter: iconv_t?
    private var isOpen: Bool { unsafe Int(bitPattern: converter) != -1 }
    /// The beginning of a character that goes on in the next piece.
    private var rest: [UInt8] = []

    init(from encoding: TextEncoding) {
        unsafe converter = iconv_open("UTF-8", encoding.rawValue)
    }

    deinit {
        if isOpen { unsafe _ = iconv_close(converter) }
    }

    /// - Parameter piece: empty at the end, where nothing may be left over.
    func utf8(_ piece: [UInt8]) -> Outcome {
        guard isOpen, !piece.isEmpty || rest.isEmpty else { return .invalid(before: []) }
        let bytes = rest + piece
        rest = []
        // Two bytes of any of the encodings become three of UTF-8 at most; a lone byte becomes one.
        let capacity = bytes.count / 2 * 3 + 16
        var left = 0
        var isCutShort = false
        let output = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            unsafe bytes.withUnsafeBytes { input in
                var source = unsafe UnsafeMutableRawPointer(mutating: input.baseAddress)?
                    .assumingMemoryBound(to: CChar.self)
                left = input.count
                var target = unsafe UnsafeMutableRawPointer(buffer.baseAddress)?
                    .assumingMemoryBound(to: CChar.self)
                var targetLeft = capacity
                let result = unsafe iconv(converter, &source, &left, &target, &targetLeft)
                isCutShort = result == -1 && errno == EINVAL  // (size_t)-1 is its failure
                count = capacity - targetLeft
            }
        }
        guard left == 0 || isCutShort else { return .invalid(before: output) }
        rest = Array(bytes.suffix(left))
        return .text(output)
    }
}
