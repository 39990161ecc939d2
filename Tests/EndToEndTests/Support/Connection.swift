import Foundation
import Glibc
import TestServers

/// A connection to a daemon's socket that says what a test wants it to, however wrong.
final class Connection {
    private let descriptor: Int32

    init(_ path: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: Array(path.utf8) + [0]) }
        let length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let code = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe connect(descriptor, $0, length) }
        }
        guard code == 0 else { throw Failure("cannot connect to \(path): \(unsafe String(cString: strerror(errno)))") }
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit {
        close(descriptor)
    }

    func say(_ text: String) {
        let bytes = Array(text.utf8)
        unsafe _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// The next bytes that come; empty at the end.
    func hear() -> String {
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
        return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    }

    func hearAll() -> String {
        var all = ""
        while true {
            let some = hear()
            if some.isEmpty { return all }
            all += some
        }
    }
}

extension Site {
    var socket: String { state + "/kpid.sock" }

    /// Asks the daemon, and takes the status and the document of its answer.
    func ask(_ method: String, _ path: String, _ body: String = "") throws -> (status: Int, document: Json) {
        let connection = try Connection(socket)
        connection.say(
            "\(method) /api/v1/\(path) HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
        let answer = connection.hearAll()
        guard let head = answer.range(of: "\r\n\r\n"), let status = Int(answer.dropFirst(9).prefix(3)) else {
            throw Failure("no answer to \(method) \(path): \(answer)")
        }
        return (status, try Json(answer[head.upperBound...]))
    }

    /// A daemon with alerts: nobody got the awards of the year that is over.
    func startWithAlerts() async throws -> Program {
        try keep(targets: "b-service.yaml")
        let daemon = try await start(every: "60s")
        try await eventually("alerts, and the socket") {
            try alerts().count { $0["rule"] == .text("overdue") } > 1 && exists("kpid.sock")
        }
        return daemon
    }
}
