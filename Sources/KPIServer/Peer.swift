internal import Glibc
internal import NIOCore
internal import NIOPosix

/// Who is at the other end of a connection, as the kernel noted it when the connection was made.
struct Peer: Sendable {
    let user: UInt32

    /// As in unix(7), which the module map leaves out.
    private struct Credentials: Sendable {
        let process: Int32
        let user: UInt32
        let group: UInt32
    }

    /// Nil for a connection of a kind that has no credentials.
    static func of(_ channel: any Channel) async -> Peer? {
        guard let options = channel as? any SocketOptionProvider else { return nil }
        let answer: EventLoopFuture<Credentials> = options.unsafeGetSocketOption(
            level: .socket, name: NIOBSDSocket.Option(rawValue: SO_PEERCRED))
        // The greatest number is the kernel's answer where there is nobody.
        guard let credentials = try? await answer.get(), credentials.user != .max else { return nil }
        return Peer(user: credentials.user)
    }

    /// The name of the account; the number where there is none. Asked on a thread that may wait: accounts can be kept
    /// on other machines.
    var account: String {
        get async {
            let user = user
            let name = try? await NIOThreadPool.singleton.runIfActive { Self.name(of: user) }
            return (name ?? nil) ?? String(user)
        }
    }

    private static func name(of user: UInt32) -> String? {
        var size = 1024
        while size <= 1 << 20 {
            var buffer = [CChar](repeating: 0, count: size)
            let (code, name) = unsafe buffer.withUnsafeMutableBufferPointer { text -> (Int32, String?) in
                var record = unsafe passwd()
                var found: UnsafeMutablePointer<passwd>?
                guard let start = text.baseAddress else { return (EINVAL, nil) }
                let code = unsafe getpwuid_r(user, &record, start, text.count, &found)
                return unsafe (code, found.map { unsafe String(cString: $0.pointee.pw_name) })
            }
            guard code == ERANGE else { return name }
            size *= 2
        }
        return nil
    }
}
