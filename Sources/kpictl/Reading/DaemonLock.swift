import Glibc

/// Whether a kpid holds a state directory, asked without taking anything from anybody.
enum DaemonLock {
    /// Nil when it cannot be told: there is no such file, it may not be read, or its file system knows no such locks.
    static func isHeld(_ path: String) -> Bool? {
        let file = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var lock = Glibc.flock()
        lock.l_type = Int16(F_RDLCK)
        lock.l_whence = Int16(SEEK_SET)
        guard unsafe fcntl(file, 36, &lock) == 0 else { return nil }  // F_OFD_GETLK, which the module map leaves out
        return lock.l_type != Int16(F_UNLCK)
    }
}
