internal import CSpawn
internal import Glibc

/// A program at work. Waiting for it blocks, so it belongs on a ``ChannelQueue``.
struct ChildProcess: ~Copyable {
    enum End: Sendable, Hashable {
        case exited(Int32)
        case signalled(Int32)
        case tooLate
        case stopped
    }

    private let number: pid_t
    /// Readable when the process has ended. Its number stays its own until it is reaped.
    private let handle: OpenFile
    private let errors: OpenFile
    private var words = LastWords()

    /// How long it may take to end when it is asked to.
    private static let grace = Duration.seconds(2)

    /// - Parameter input: what it reads on standard input: all of it is there at once, so that a program that reads
    ///   none of it, or little, troubles nobody.
    init(_ argv: [String], environment: [String], input: [UInt8]) throws(FileTrouble) {
        let file = try OpenFile(memory: input)
        let pipe = try Pipe()
        var process = cspawn_process()
        let code = unsafe Self.withPointers(argv) { argv in
            unsafe Self.withPointers(environment) { environment in
                unsafe cspawn_start(&process, argv, environment, file.number, pipe.writing.number)
            }
        }
        guard code == 0 else { throw FileTrouble(code: code) }
        number = process.number
        handle = OpenFile(taking: process.handle)
        errors = pipe.takeReading()
    }

    private static func withPointers<Value>(
        _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Value
    ) -> Value {
        var pointers = unsafe texts.map { unsafe strdup($0) } + [nil]
        defer { unsafe pointers.forEach { unsafe free($0) } }
        return unsafe pointers.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { preconditionFailure("the last of them is nil") }
            return unsafe body(UnsafePointer(start))
        }
    }

    /// Waits for its end, and ends it, with all that it has started, when it takes too long.
    /// - Returns: how it ended, and the last line that it wrote to standard error.
    consuming func wait(for limit: Duration, _ cancellation: Cancellation) -> (End, String) {
        var end: End?
        if !listen(until: .now + limit, { cancellation.isAsked }) {
            end = cancellation.isAsked ? .stopped : .tooLate
            kill(-number, SIGTERM)
            _ = listen(until: .now + Self.grace, { false })
            kill(-number, SIGKILL)
            _ = listen(until: nil, { false })
        }
        while hear() {}
        let ended = Self.reap(number)
        return (end ?? ended, words.line)
    }

    /// Hears what it says until it ends. False when it still runs at the deadline.
    private mutating func listen(until deadline: ContinuousClock.Instant?, _ isStopped: () -> Bool) -> Bool {
        var isSilent = false
        while !isStopped() {
            let left = deadline.map { $0 - .now } ?? .seconds(1)
            if left <= .zero { return false }
            // In hops, to see whether it shall stop.
            let hop = Int32(min(left, .milliseconds(100)) / .milliseconds(1)) + 1
            var ready = [
                pollfd(fd: handle.number, events: Int16(POLLIN), revents: 0),
                pollfd(fd: isSilent ? -1 : errors.number, events: Int16(POLLIN), revents: 0),
            ]
            guard unsafe poll(&ready, 2, hop) > 0 else { continue }
            if ready[1].revents != 0 { isSilent = !hear() }
            if ready[0].revents != 0 { return true }
        }
        return false
    }

    /// Hears what there is at this moment. False when there is nothing.
    private mutating func hear() -> Bool {
        var ready = pollfd(fd: errors.number, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&ready, 1, 0) > 0, let bytes = try? errors.read(4096), !bytes.isEmpty else { return false }
        words.hear(bytes)
        return true
    }

    @discardableResult
    private static func reap(_ number: pid_t) -> End {
        var status: Int32 = 0
        while unsafe waitpid(number, &status, 0) < 0, errno == EINTR {}
        // As WIFEXITED, WEXITSTATUS and WTERMSIG, which are macros, have it.
        return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled(status & 0x7F)
    }
}
