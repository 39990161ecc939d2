import Diagnostics

/// Where the n-th Unicode scalar of a UTF-8 text begins, as libyaml's marks count scalars and spans count bytes.
///
/// One byte offset is kept for every 64 scalars, and none at all for ASCII.
struct ScalarOffsets {
    private static let step = 64

    private let bytes: [UInt8]
    private let start: Int
    private var checkpoints: [Int] = []
    private var isASCII = true

    /// Counts from the byte at `start`, which is past a byte order mark.
    init(of bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        self.start = start
        isASCII = bytes[start...].allSatisfy { $0 < 0x80 }
        guard !isASCII else { return }
        var count = 0
        for offset in start..<bytes.count where bytes[offset] & 0xC0 != 0x80 {
            if count % Self.step == 0 { checkpoints.append(offset) }
            count += 1
        }
    }

    /// The byte at which a scalar begins; past the last one, the end.
    func byte(ofScalar index: Int) -> Int {
        guard !isASCII else { return min(start + index, bytes.count) }
        guard index / Self.step < checkpoints.count else { return bytes.count }
        var offset = checkpoints[index / Self.step]
        for _ in 0..<index % Self.step where offset < bytes.count {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        }
        return offset
    }
}
