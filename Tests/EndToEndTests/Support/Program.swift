import Foundation
import Glibc
import TestServers

/// A process of one of the built programs. What it writes goes to a file, so that it can be read while it runs; it is
/// killed when nobody holds it any more.
final class Program {
    let pid: pid_t
    private let transcript: String
    private var ended: Exit?

    enum Exit: Equatable {
        case code(Int32)
        case signal(Int32)
    }

    /// - Parameters:
    ///   - name: of a built program, or a path.
    ///   - environment: on top of nothing but the path and the home; no variable of the test run reaches the program.
    ///   - transcript: the file that takes standard output and standard error.
    init(
        _ name: String, _ arguments: [String], environment: [String: String] = [:], transcript: String
    ) throws(Failure) {
        self.transcript = transcript
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, 1, transcript, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0o600)
        unsafe posix_spawn_file_actions_adddup2(&actions, 1, 2)
        // Locks and sockets of the test run are not the program's business.
        for descriptor in Int32(3)..<256 { unsafe posix_spawn_file_actions_addclose(&actions, descriptor) }
        let path = name.hasPrefix("/") ? name : Place.program(name)
        let all = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "TZ": "UTC"].merging(environment) { $1 }
        var pid: pid_t = 0
        let code = unsafe Self.withPointers([path] + arguments) { argv in
            unsafe Self.withPointers(all.map { "\($0.key)=\($0.value)" }) { envp in
                unsafe posix_spawn(&pid, path, &actions, nil, argv, envp)
            }
        }
        guard code == 0 else { throw Failure("cannot run \(path): \(unsafe String(cString: strerror(code)))") }
        self.pid = pid
    }

    private static func withPointers(
        _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Int32
    ) -> Int32 {
        var pointers = unsafe strings.map { unsafe strdup($0) } + [nil]
        defer { unsafe pointers.forEach { unsafe free($0) } }
        return unsafe pointers.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return EINVAL }
            return unsafe body(UnsafePointer(start))
        }
    }

    /// What it has written so far.
    var said: String { (try? String(contentsOfFile: transcript, encoding: .utf8)) ?? "" }

    /// How it ended; nil while it runs.
    var exit: Exit? {
        if ended == nil {
            var status: Int32 = 0
            if unsafe waitpid(pid, &status, WNOHANG) == pid {
                ended = status & 0x7F == 0 ? .code((status >> 8) & 0xFF) : .signal(status & 0x7F)
            }
        }
        return ended
    }

    func send(_ signal: Int32) {
        if exit == nil { kill(pid, signal) }
    }

    /// Waits for its end.
    func end(within limit: Duration = .seconds(30)) async throws -> Exit {
        try await eventually("the end of process \(pid)", within: limit) { self.exit }
    }

    deinit {
        if exit == nil {
            kill(pid, SIGKILL)
            var status: Int32 = 0
            unsafe waitpid(pid, &status, 0)
        }
    }
}
