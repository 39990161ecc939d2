import Glibc
import KPICore

/// The daemon that runs on a state directory, asked over its socket.
struct RunningDaemon {
    private let state: StatePath
    private let limit: Duration

    init(_ state: StatePath, within limit: Duration = .seconds(30)) {
        (self.state, self.limit) = (state, limit)
    }

    func get(_ path: String) throws -> JSON { try document(of: reply("GET", path, nil)) }

    func post(_ path: String, _ body: JSON) throws -> JSON { try document(of: reply("POST", path, body)) }

    /// The answer, whatever it says.
    func reply(_ method: String, _ path: String, _ body: JSON?) throws(Failure) -> HTTPReply {
        let text = Array((body?.compact ?? "").utf8)
        let head = [
            "\(method) /api/v1/\(path) HTTP/1.1", "Host: localhost", "Connection: close",
            "Content-Type: application/json", "Content-Length: \(text.count)",
        ]
        let bytes: [UInt8]
        do throws(DaemonSocket.Trouble) {
            let socket = try DaemonSocket(path: state.socket, within: limit)
            try socket.send(Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + text)
            bytes = try socket.receiveAll()
        } catch {
            throw failure(error)
        }
        guard let reply = HTTPReply(bytes) else {
            throw Failure(
                .failure, zh: "kpid 的回答不完整，或不是本版本 kpictl 能读的：请安装同一版本，或查看 kpid 的日志。",
                en:
                    "kpid's answer is cut short, or not one that this kpictl can read: install one version of both, or see kpid's log."
            )
        }
        return reply
    }

    private func document(of reply: HTTPReply) throws(Failure) -> JSON {
        guard (200..<300).contains(reply.status) else { throw Failure(reply) }
        return reply.document
    }

    private func failure(_ trouble: DaemonSocket.Trouble) -> Failure {
        switch trouble {
        case .tooLong:
            return Failure(
                .unreachable, zh: "\(state.socket) 的路径太长，kpid 不能在那里监听：请用较短的 --state-dir。",
                en: "the path \(state.socket) is too long for a socket: choose a shorter --state-dir for kpid.")
        case .timeout:
            let seconds = limit.components.seconds
            return Failure(
                .timeout, zh: "kpid 在 \(seconds) 秒内没有回答。", en: "kpid did not answer within \(seconds) seconds.")
        case .system(EACCES), .system(EPERM):
            return Failure(
                .unreachable, zh: "无权打开 \(state.socket)：请把自己加入 kpid 组，然后重新登录。",
                en: "\(state.socket) may not be opened: add yourself to the group kpid and log in again.")
        case .system(let code) where [ENOENT, ECONNREFUSED, ENOTDIR].contains(code): return absent
        case .system(let code):
            let cause = unsafe String(cString: strerror(code))
            return Failure(
                .unreachable, zh: "与 kpid 的连接中断（\(cause)）：请查看 kpid 的日志。",
                en: "the connection to kpid broke (\(cause)): see kpid's log.")
        }
    }

    private var absent: Failure {
        if StatePath.isClosed, state.path != StatePath.system {
            return Failure(
                .unreachable, zh: "\(state.path) 上没有 kpid 在运行，又无权进入 \(StatePath.system)：请把自己加入 kpid 组，然后重新登录。",
                en: """
                    no kpid runs on \(state.path), and \(StatePath.system) may not be entered: \
                    add yourself to the group kpid and log in again.
                    """)
        }
        return Failure(
            .unreachable, zh: "\(state.path) 上没有 kpid 在运行：先启动 kpid，或用 --state-dir 指明目录。",
            en: "no kpid runs on \(state.path): start it, or name its directory with --state-dir.")
    }
}

extension Failure {
    /// What the daemon said instead of doing it.
    init(_ reply: HTTPReply) {
        let error = reply.document["error"]
        let ending: Ending =
            switch reply.status {
            case 404: .notFound
            case 409: .usage
            case 400..<500: .refused
            default: .failure
            }
        var candidates = ""
        if ending == .usage, case .array(let names) = error?["candidates"] {
            candidates = names.compactMap(\.text).map { "\n  \($0)" }.joined()
        }
        func words(_ language: String) -> String {
            (error?["message"]?[language]?.text ?? "HTTP \(reply.status)").printable + candidates
        }
        self.init(ending, zh: words("zh"), en: words("en"))
    }
}

extension String {
    /// What others wrote must not move the cursor about.
    var printable: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }
}
