import Glibc
import TestServers

/// A socket on which a test listens as systemd does.
final class NotifySocket {
    let path: String
    private let descriptor: Int32
    private(set) var heard: [String] = []

    init(_ path: String) throws {
        self.path = path
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8) + [0]
        guard bytes.count <= MemoryLayout.size(ofValue: address.sun_path) else { throw Failure("too long: \(path)") }
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        let length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let code = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe bind(descriptor, $0, length) }
        }
        guard code == 0 else { throw Failure("cannot listen on \(path)") }
    }

    deinit {
        close(descriptor)
    }

    /// Waits for a message that holds some words and came after those that were waited for before.
    @discardableResult
    func hears(_ words: String) async throws -> String {
        try await eventually("systemd to be told '\(words)', after \(heard.suffix(3))") {
            while let message = self.receive() {
                self.heard.append(message)
                if message.contains(words) { return message }
            }
            return nil
        }
    }

    private func receive() -> String? {
        var buffer = [UInt8](repeating: 0, count: 8192)
        let count = unsafe recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        return count < 0 ? nil : String(decoding: buffer.prefix(count), as: UTF8.self)
    }
}
