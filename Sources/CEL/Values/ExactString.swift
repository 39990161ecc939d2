/// A string that is equal to another when their bytes are.
struct ExactString: Sendable, Hashable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    static func == (a: ExactString, b: ExactString) -> Bool { a.text.isSame(as: b.text) }

    func hash(into hasher: inout Hasher) {
        hasher.combine(text.utf8.count)
        for byte in text.utf8 { hasher.combine(byte) }
    }
}
