internal import Glibc

/// The name of the socket in the file system. Its mode says who may connect, and with that who may act.
struct SocketFile: Sendable {
    /// Something is wrong with the name or the mode.
    struct Flaw: Error, CustomStringConvertible {
        let description: String
    }

    let path: String

    /// What fits into `sun_path`, with its NUL.
    private static let longest = 107

    init(_ path: String) {
        self.path = path
    }

    func check() throws(Flaw) {
        guard path.utf8.count > Self.longest else { return }
        throw Flaw(
            description: "its path is \(path.utf8.count) bytes long and a socket's may be \(Self.longest); "
                + "choose a shorter --state-dir")
    }

    /// The daemon and the folder's group may connect, and nobody else. Before this, the umask keeps others out.
    func openToGroup() throws(Flaw) {
        var folder = stat()
        let parent = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        var socket = stat()
        guard unsafe stat(parent, &folder) == 0, unsafe stat(path, &socket) == 0 else { throw failed("inspect") }
        if socket.st_gid != folder.st_gid, unsafe chown(path, uid_t.max, folder.st_gid) != 0 {
            throw failed("give the folder's group to")
        }
        guard unsafe chmod(path, 0o660) == 0 else { throw failed("open to its group") }
    }

    /// A socket without a listener refuses whoever tries; no socket says that nobody is there.
    func remove() {
        unsafe unlink(path)
    }

    private func failed(_ what: String) -> Flaw {
        let cause = unsafe String(cString: strerror(errno))
        return Flaw(description: "cannot \(what) \(path): \(cause)")
    }
}
