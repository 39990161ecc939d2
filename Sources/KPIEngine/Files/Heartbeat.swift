/// A small file that shows when kpid last came round: the moment in RFC 3339, and nothing else.
package struct Heartbeat: Sendable {
    private let path: String

    package init(path: String) {
        self.path = path
    }

    /// - Parameter stamp: the moment as people of the place write it.
    package func beat(_ stamp: String) throws(FileError) {
        try AtomicFile.write(stamp + "\n", to: path)
    }
}
