internal import Glibc

/// The file system did not do what it was asked.
package struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Operation: String, Sendable, CaseIterable {
        case create, open, read, write, sync, rename, remove, list, inspect, lock, watch
    }

    package let operation: Operation
    package let path: String
    /// As in errno(3).
    package let code: Int32

    package init(_ operation: Operation, _ path: String, code: Int32) {
        self.operation = operation
        self.path = path
        self.code = code
    }

    /// With the error number of the call that has just failed.
    static func last(_ operation: Operation, _ path: String) -> FileError {
        FileError(operation, path, code: errno)
    }

    /// What the kernel says.
    package var cause: String { unsafe String(cString: strerror(code)) }

    /// Whether the same call may succeed later without anybody mending anything but the load on the machine.
    package var isTransient: Bool {
        [EAGAIN, EBUSY, EDQUOT, EINTR, EIO, EMFILE, ENFILE, ENOBUFS, ENOMEM, ENOSPC, ESTALE].contains(code)
    }

    /// The way out.
    package var hint: String {
        switch code {
        case ENOSPC where operation == .watch: "raise fs.inotify.max_user_watches; until then the folder is looked at"
        case EMFILE where operation == .watch: "raise fs.inotify.max_user_instances; until then the folder is looked at"
        case ENOSPC, EDQUOT: "free some space on its file system"
        case EACCES, EPERM: "check the owner and the mode of it and of its folder"
        case EROFS: "its file system is mounted read-only"
        case ENOENT: "check that its folder exists"
        case ENOTDIR, EISDIR, ELOOP: "something else stands where kpid expects it; put that aside"
        case EXDEV: "all of the state directory must be on one file system"
        case EIO: "look for disk errors in the kernel's log"
        case EMFILE, ENFILE: "too many files are open; raise LimitNOFILE"
        default: "see errno(3), \(code)"
        }
    }

    package var description: String { "cannot \(operation.rawValue) \(path): \(cause); \(hint)" }
}
