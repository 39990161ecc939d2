internal import Dispatch

/// Runs an actor on a queue of its own, so that what blocks in it (SQLite, fsync) never blocks the few threads that
/// all other tasks share.
package final class EngineExecutor: SerialExecutor {
    private let queue: DispatchQueue

    package init(label: String) {
        queue = DispatchQueue(label: label)
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = unsafe asUnownedSerialExecutor()
        queue.async { unsafe job.runSynchronously(on: executor) }
    }
}
