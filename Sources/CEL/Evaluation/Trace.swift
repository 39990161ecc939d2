/// What sub-expressions came to, in the order in which they were finished.
struct Trace: Sendable {
    struct Entry: Sendable {
        let node: Int
        let result: Result<Value, Stop>
    }

    /// Loops could fill any memory.
    static let longest = 1000

    private(set) var entries: [Entry] = []
    private(set) var isComplete = true

    mutating func note(_ node: Int, _ result: Result<Value, Stop>) {
        guard entries.count < Self.longest else {
            isComplete = false
            return
        }
        entries.append(Entry(node: node, result: result))
    }
}
