/// What was seen of those who write into the inbox.
struct InboxNews: Sendable {
    /// Files that their writer has closed, or that were moved in.
    private var finished: Set<String> = []
    /// Files that somebody has begun to write and not closed yet.
    private var begun: Set<String> = []

    /// In nanoseconds: how long a file must have been left alone before it is taken.
    func patience(with path: String) -> Int64 {
        if finished.contains(path) { return .min }
        return begun.contains(path) ? Inbox.abandoned : Inbox.settling
    }

    mutating func began(_ path: String) {
        finished.remove(path)
        begun.insert(path)
    }

    mutating func finished(_ path: String) {
        begun.remove(path)
        finished.insert(path)
    }

    mutating func left(_ path: String) {
        begun.remove(path)
        finished.remove(path)
    }

    /// News were lost: what is known may no longer be true.
    mutating func forgetAll() {
        begun.removeAll()
        finished.removeAll()
    }
}
