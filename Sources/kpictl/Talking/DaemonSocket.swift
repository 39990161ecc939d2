import Glibc

/// A connection to the daemon's Unix socket, closed when it is let go.
struct DaemonSocket: ~Copyable {
    enum Trouble: Error {
        /// The path is longer than a socket's may be.
        case tooLong
        /// As in errno(3).
        case system(Int32)
        /// The time was over before the daemon was done.
        case timeout
    }

    private let number: Int32
    private let deadline: ContinuousClock.Instant

    /// No answer is longer: a broken peer must not fill the memory.
    private static let longestAnswer = 64 << 20

    init(path: String, within limit: Duration) throws(Trouble) {
        deadline = .now + limit
        number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard number >= 0 else { throw .system(errno) }
        try connect(to: path, limit)
    }

    deinit {
        close(number)
    }

    private borrowing func connect(to path: String, _ limit: Duration) throws(Trouble) {
        var address = sockaddr_un()
        let bytes = Array(path.utf8) + [0]
        guard bytes.count <= MemoryLayout.size(ofValue: address.sun_path) else { throw .tooLong }
        // Sending waits too, and so does connecting where many are before us.
        var time = timeval(tv_sec: Int(limit.components.seconds), tv_usec: 0)
        unsafe setsockopt(number, SOL_SOCKET, SO_SNDTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        let code = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe Glibc.connect(number, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard code == 0 else { throw errno == EAGAIN ? .timeout : .system(errno) }
    }

    borrowing func send(_ bytes: [UInt8]) throws(Trouble) {
        var sent = 0
        while sent < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.send(
                    number, buffer.baseAddress?.advanced(by: sent), buffer.count - sent, Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw errno == EAGAIN ? .timeout : .system(errno) }
            sent += count
        }
    }

    /// Everything up to the end of the connection.
    borrowing func receiveAll() throws(Trouble) -> [UInt8] {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while all.count <= Self.longestAnswer {
            try waitForInput()
            let count = unsafe recv(number, &buffer, buffer.count, 0)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system(errno) }
            if count == 0 { return all }
            all += buffer[..<count]
        }
        throw .system(EMSGSIZE)
    }

    private borrowing func waitForInput() throws(Trouble) {
        while true {
            let left = (deadline - .now) / .milliseconds(1)
            guard left > 0 else { throw .timeout }
            var wait = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
            let ready = unsafe poll(&wait, 1, Int32(min(left.rounded(.up), 86_400_000)))
            if ready > 0 { return }
            guard ready == 0 || errno == EINTR else { throw .system(errno) }
        }
    }
}
