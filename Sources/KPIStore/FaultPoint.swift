internal import Glibc
internal import Synchronization

/// A step between two states of the disk, at which a crash must do no harm. See <doc:Fault-points>.
package enum FaultPoint: String, Sendable, CaseIterable {
    /// Before the bytes of a file are written.
    case write
    /// Before a file is synced.
    case fsync
    /// Before a file takes its name.
    case rename
    /// Before the folder that holds the name is synced.
    case fsyncFolder = "fsync-folder"
    /// Everything of a transaction is done but its commit.
    case beforeCommit = "before-commit"
    /// The transaction is durable, and nobody has been told.
    case afterCommit = "after-commit"

    /// Ends the process as SIGKILL does if this is the one that `KPID_FAULT_POINT` names by its number, counted from
    /// 1 over all points in the order in which the process comes to them. Otherwise does nothing.
    package func pass() {
        guard let fatal = Self.fatal else { return }
        let number = Self.passed.add(1, ordering: .sequentiallyConsistent).newValue
        guard number == fatal else { return }
        let words = "KPID_FAULT_POINT=\(fatal): killed at \(rawValue)\n"
        unsafe words.utf8CString.withUnsafeBytes { _ = unsafe Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count - 1) }
        kill(getpid(), SIGKILL)
    }

    /// Read once: an environment does not change under a running process that never writes it.
    private static let fatal: Int? = unsafe getenv("KPID_FAULT_POINT").flatMap { unsafe Int(String(cString: $0)) }
    private static let passed = Atomic<Int>(0)
}
