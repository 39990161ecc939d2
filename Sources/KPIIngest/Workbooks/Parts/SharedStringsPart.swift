/// Reads the texts that cells refer to by number. They lie end to end, because a list of arrays would cost more than
/// the texts do.
final class SharedStringsPart: XMLVisitor {
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []
    private let limits: WorkbookLimits

    init(_ limits: WorkbookLimits) {
        self.limits = limits
    }

    /// Nil where there is no such text.
    subscript(index: Int) -> ArraySlice<UInt8>? {
        guard ends.indices.contains(index) else { return nil }
        return bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
    }

    func begin(_ element: XMLElement) -> Bool {
        switch (element.depth, element.parent, element.name) {
        // A text in runs has its fonts in between; how it is pronounced (rPh) has a parent of its own.
        case (3, "si", "t"), (4, "r", "t"): true
        default: false
        }
    }

    func end(_ element: String, depth: Int, text: [UInt8]) throws(WorkbookFlaw) {
        CellText.append(text, to: &bytes)
        guard bytes.count <= limits.sharedBytes else { throw .limit(.textBytes, limits.sharedBytes, place: "") }
        guard depth == 2, element == "si" else { return }
        guard ends.count < limits.sharedStrings else {
            throw .limit(.sharedStrings, limits.sharedStrings, place: "")
        }
        let start = ends.last.map(Int.init) ?? 0
        guard bytes.count - start <= limits.cellBytes else {
            let shown = String(decoding: bytes[start...].prefix(30), as: UTF8.self)
            throw .limit(.cellBytes, limits.cellBytes, place: shown)
        }
        ends.append(UInt32(bytes.count))
    }
}
