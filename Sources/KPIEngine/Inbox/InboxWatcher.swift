internal import Dispatch
internal import Glibc
internal import Synchronization

/// Says when something has changed in the inbox, and which files in it are ready to be taken.
///
/// The kernel is asked (inotify) so that a file is taken at once when its writer closes it. What the kernel says is a
/// reason to look, and never the only one: the queue may overflow, a network file system says nothing, so whoever uses
/// this also calls ``scan(isSettled:)`` at intervals.
package final class InboxWatcher: Sendable {
    private struct State {
        var news = InboxNews()
        /// The folders by the kernel's numbers for them.
        var watches: [Int32: String] = [:]
    }

    /// An element whenever a look is worth it; several changes may be one. For one consumer; ends with ``stop()``.
    package let changes: AsyncStream<Void>

    private let inbox: Inbox
    private let now: @Sendable () -> Int64
    private let descriptor: Int32
    private let state = Mutex(State())
    private let changed: AsyncStream<Void>.Continuation
    private let source: Mutex<any DispatchSourceRead>

    /// - Throws: when the kernel has no watches left to give; scanning at intervals then still works.
    package convenience init(_ inbox: Inbox) throws(FileError) {
        try self.init(inbox, now: Inbox.now)
    }

    /// - Parameter now: nanoseconds since 1970.
    init(_ inbox: Inbox, now: @escaping @Sendable () -> Int64) throws(FileError) {
        self.inbox = inbox
        self.now = now
        (changes, changed) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
        guard descriptor >= 0 else { throw .last(.watch, inbox.directory.inbox) }
        source = Mutex(
            DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: DispatchQueue(label: "kpid.inbox")))
        source.withLock { [descriptor, changed] source in
            source.setCancelHandler {
                close(descriptor)
                changed.finish()
            }
            source.setEventHandler { [weak self] in self?.readEvents() }
            source.resume()
        }
        do throws(FileError) {
            try watch()
        } catch {
            stop()
            throw error
        }
    }

    deinit { stop() }

    /// Ends ``changes``.
    package func stop() {
        source.withLock { $0.cancel() }
    }

    /// Lists what lies in the inbox. A file that was seen to be finished is ready at once, any other when it has been
    /// left alone for two seconds, or for a minute when its writer was seen to begin and not to finish.
    ///
    /// - Parameter isSettled: whether everything there is known to be finished, as with `--once`.
    package func scan(isSettled: Bool = false) throws(FileError) -> InboxScan {
        guard !isSettled else { return try inbox.scan(isSettled: true) }
        return try inbox.scan(news: state.withLock { $0.news }, now: now())
    }

    /// Watches the folders that are there; asking for one again is harmless. The state directory is watched for an
    /// inbox that appears again.
    private func watch() throws(FileError) {
        let directory = inbox.directory
        let writing = IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE
        let appearing = IN_CREATE | IN_MOVED_TO
        var watches: [Int32: String] = [:]
        let folders = try inbox.folders().map { ($0.path, writing) }
        for (folder, mask) in [(directory.path, appearing), (directory.units, appearing)] + folders {
            let watch = unsafe inotify_add_watch(descriptor, folder, UInt32(mask | IN_ONLYDIR))
            if watch >= 0 {
                watches[watch] = folder
            } else if errno != ENOENT && errno != ENOTDIR {
                throw .last(.watch, folder)
            }
        }
        state.withLock { $0.watches = watches }
    }

    private func readEvents() {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        var events: [InotifyEvent] = []
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { break }
            events += InotifyEvent.parse(buffer.prefix(count))
        }
        let outcome = state.withLock { state in
            events.map { Self.note($0, &state, self.inbox.directory) }
        }
        // Out of watches: the interval's look still finds what is dropped there.
        if outcome.contains(.rewatch) { try? watch() }
        if outcome.contains(where: { $0 != .nothing }) { changed.yield() }
    }

    private enum Outcome {
        case nothing, look, rewatch
    }

    private static func note(_ event: InotifyEvent, _ state: inout State, _ directory: StateDirectory) -> Outcome {
        if event.says(IN_Q_OVERFLOW) {
            state.news.forgetAll()
            return .rewatch
        }
        if event.says(IN_IGNORED) { return .rewatch }
        guard let folder = state.watches[event.watch] else { return .nothing }
        let path = "\(folder)/\(event.name)"
        if [directory.inbox, directory.registers, directory.units].contains(path) { return .rewatch }
        if folder == directory.units { return .rewatch }
        if folder == directory.path || Inbox.isIgnored(event.name) { return .nothing }
        if event.says(IN_CLOSE_WRITE) || event.says(IN_MOVED_TO) {
            state.news.finished(path)
            return .look
        }
        if event.says(IN_CREATE) || event.says(IN_MODIFY) {
            state.news.began(path)
        } else {
            state.news.left(path)
        }
        return .nothing
    }
}
