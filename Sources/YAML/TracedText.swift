import Diagnostics

/// A text under construction that notes where each of its bytes stands in the file.
struct TracedText {
    private(set) var bytes: [UInt8] = []
    private(set) var runs: [Excerpt.Run]

    init(from sourceOffset: Int) {
        runs = [Excerpt.Run(offset: 0, sourceOffset: sourceOffset)]
    }

    /// Takes over a byte as it stands in the file, or one that something at that place stands for.
    mutating func append(_ byte: UInt8, at sourceOffset: Int) {
        let last = runs[runs.count - 1]
        if last.sourceOffset + bytes.count - last.offset != sourceOffset {
            let run = Excerpt.Run(offset: bytes.count, sourceOffset: sourceOffset)
            if last.offset == bytes.count { runs[runs.count - 1] = run } else { runs.append(run) }
        }
        bytes.append(byte)
    }

    mutating func append(contentsOf slice: ArraySlice<UInt8>) {
        for offset in slice.indices { append(slice[offset], at: offset) }
    }

    /// Takes over the bytes that an escape stands for; they lie in the escape, one after the other.
    mutating func append(_ decoded: some Sequence<UInt8>, for escape: Range<Int>) {
        for (step, byte) in decoded.enumerated() {
            append(byte, at: min(escape.lowerBound + step, escape.upperBound - 1))
        }
    }
}
