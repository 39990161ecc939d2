internal import Glibc

/// The address of a Unix socket: a path, or a name in the abstract space, written with `@` in front.
struct UnixAddress {
    private var address = sockaddr_un()
    private let length: socklen_t

    /// Nil when the name does not fit.
    init?(_ name: String) {
        var bytes = Array(name.utf8)
        let isAbstract = bytes.first == UInt8(ascii: "@")
        if isAbstract { bytes[0] = 0 }
        let capacity = MemoryLayout.size(ofValue: address.sun_path)
        // A path ends with a NUL; an abstract name is all of its bytes and no more.
        guard !bytes.isEmpty, bytes.count + (isAbstract ? 0 : 1) <= capacity else { return nil }
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        let offset = MemoryLayout<sockaddr_un>.size - capacity
        length = socklen_t(offset + bytes.count + (isAbstract ? 0 : 1))
    }

    /// One datagram; whether it was taken.
    mutating func send(_ message: [UInt8], over descriptor: Int32) -> Bool {
        let sent = unsafe withAddress { pointer, length in
            unsafe message.withUnsafeBytes {
                unsafe sendto(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL), pointer, length)
            }
        }
        return sent == message.count
    }

    mutating func bind(_ descriptor: Int32) -> Bool {
        unsafe withAddress { unsafe Glibc.bind(descriptor, $0, $1) } == 0
    }

    private mutating func withAddress<Value>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Value) -> Value {
        let length = length
        return unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0, length) }
        }
    }
}
