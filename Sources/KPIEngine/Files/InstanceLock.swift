internal import Glibc

/// Holds a state directory for one process. The kernel lets it go when the process ends, however it ends.
package final class InstanceLock: Sendable {
    /// Why the lock was not had.
    package enum Refusal: Error, Sendable, Hashable, CustomStringConvertible {
        /// By the process of that number; nil when the holder has not written it yet.
        case held(path: String, by: Int32?)
        case file(FileError)

        package var description: String {
            switch self {
            case .held(let path, let pid?):
                "another kpid (process \(pid)) is running on this state directory: it holds \(path); "
                    + "stop it, or choose another --state-dir"
            case .held(let path, nil):
                "another kpid is running on this state directory: it holds \(path); "
                    + "stop it, or choose another --state-dir"
            case .file(let error): error.description
            }
        }
    }

    private let file: Descriptor

    /// Takes the lock, or refuses at once; never waits. The file stays when the lock is gone: to delete it would let
    /// two processes hold the lock on two files of one name.
    package init(path: String) throws(Refusal) {
        let file: Descriptor
        do throws(FileError) {
            file = try Descriptor(path, O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o640, for: .lock)
        } catch {
            throw .file(error)
        }
        self.file = file
        guard flock(self.file.number, LOCK_EX | LOCK_NB) == 0 else {
            guard errno == EWOULDBLOCK else { throw .file(.last(.lock, path)) }
            throw .held(path: path, by: Self.holder(self.file))
        }
        Self.show(self.file)
        do throws(FileError) {
            try self.file.truncate(to: 0)
            try self.file.write(Array("\(getpid())\n".utf8))
        } catch {
            throw .file(error)
        }
    }

    /// Takes a second lock on the same file, of the kind that others can ask about without taking it themselves. It keeps
    /// nobody out, so a file system that knows no such locks is no trouble.
    private static func show(_ file: borrowing Descriptor) {
        var lock = Glibc.flock()
        lock.l_type = Int16(F_WRLCK)
        lock.l_whence = Int16(SEEK_SET)
        _ = unsafe fcntl(file.number, 37, &lock)  // F_OFD_SETLK, which the module map leaves out
    }

    private static func holder(_ file: borrowing Descriptor) -> Int32? {
        guard let bytes = try? file.read(16, from: 0) else { return nil }
        return Int32(String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }
}
