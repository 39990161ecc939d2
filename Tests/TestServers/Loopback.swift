import Glibc

/// Ports of this machine.
package enum Loopback {
    /// Binds a socket to a port of 127.0.0.1, or to any with 0; answers which it is.
    package static func bind(_ descriptor: Int32, to port: UInt16) throws -> UInt16 {
        var address = address(of: port)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = unsafe withSocketAddress(&address) { address in
            unsafe Glibc.bind(descriptor, address, length) == 0 && getsockname(descriptor, address, &length) == 0
        }
        guard isBound else { throw Failure("cannot bind port \(port): \(errno)") }
        return UInt16(bigEndian: address.sin_port)
    }

    /// One that nobody listens on.
    package static func freePort() throws -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        return try bind(descriptor, to: 0)
    }

    /// The body of what a server answers, which must be with 200.
    package static func get(_ path: String, from port: UInt16) throws -> String {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = address(of: port)
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        guard unsafe withSocketAddress(&address, { unsafe connect(descriptor, $0, length) }) == 0 else {
            throw Failure("nobody listens on \(port): \(errno)")
        }
        let request = Array("GET \(path) HTTP/1.0\r\n\r\n".utf8)
        guard unsafe send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else {
            throw Failure("cannot send: \(errno)")
        }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while case let count = unsafe recv(descriptor, &chunk, chunk.count, 0), count > 0 {
            bytes += chunk.prefix(count)
        }
        let answer = String(decoding: bytes, as: UTF8.self)
        guard answer.split(separator: " ").dropFirst().first == "200", let end = answer.firstRange(of: "\r\n\r\n")
        else {
            throw Failure("no good answer: \(answer.prefix(200))")
        }
        return String(answer[end.upperBound...])
    }

    private static func address(of port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
        return address
    }

    private static func withSocketAddress<Value>(
        _ address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>) -> Value
    ) -> Value {
        unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0) }
        }
    }
}
