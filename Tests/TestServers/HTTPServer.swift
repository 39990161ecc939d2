import Foundation
import Glibc
import Synchronization

/// A small HTTP server on a loopback port, with one thread, that does what it is told: it answers, hangs, or hangs up.
package final class HTTPServer: Sendable {
    package enum Reaction: Sendable {
        case answer(Int, head: [String] = [], body: String = "")
        /// Takes the request and says nothing until it is told to, or the server stops.
        case hang
        /// Takes the request and closes the connection.
        case hangUp
    }

    package struct Request: Sendable {
        package let method: String
        package let target: String
        /// By their names in lower case.
        package let headers: [String: String]
        package let body: String
    }

    private struct State {
        var reactions: [Reaction]
        var requests: [Request] = []
        var hanging: [Int32] = []
    }

    package let port: UInt16
    private let listener: Int32
    private let state: Mutex<State>
    private let isOver = DispatchSemaphore(value: 0)

    /// - Parameters:
    ///   - reactions: to the first requests, in order; all further ones are answered with 200.
    ///   - port: 0 for any that is free.
    package init(_ reactions: [Reaction] = [], port: UInt16 = 0) throws {
        state = Mutex(State(reactions: reactions))
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var yes: Int32 = 1
        unsafe setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        self.port = try Loopback.bind(listener, to: port)
        guard listen(listener, 64) == 0 else { throw Failure("cannot listen: \(errno)") }
        Thread.detachNewThread { [self] in
            serve()
            isOver.signal()
        }
    }

    package var url: String { "http://127.0.0.1:\(port)" }

    package var requests: [Request] { state.withLock { $0.requests } }

    /// What a channel answers while nobody listens can be seen after this; a new server may take the port.
    package func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        isOver.wait()
        close(listener)
        for connection in state.withLock({ $0.hanging }) { close(connection) }
    }

    /// Answers with 200 what it has let hang so far.
    package func answerWhatHangs() {
        let connections = state.withLock { state in
            defer { state.hanging = [] }
            return state.hanging
        }
        for connection in connections {
            Self.write("HTTP/1.1 200 Said\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", to: connection)
            close(connection)
        }
    }

    private func serve() {
        while true {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { return }
            guard let request = Self.read(connection) else {
                close(connection)
                continue
            }
            react(to: request, on: connection)
        }
    }

    private func react(to request: Request, on connection: Int32) {
        let reaction = state.withLock { state in
            state.requests.append(request)
            let reaction = state.reactions.isEmpty ? Reaction.answer(200) : state.reactions.removeFirst()
            if case .hang = reaction { state.hanging.append(connection) }
            return reaction
        }
        switch reaction {
        case .hang: break
        case .hangUp: close(connection)
        case .answer(let status, let head, let body):
            let lines = ["HTTP/1.1 \(status) Said", "Content-Length: \(body.utf8.count)", "Connection: close"] + head
            Self.write(lines.joined(separator: "\r\n") + "\r\n\r\n" + body, to: connection)
            close(connection)
        }
    }

    private static func write(_ text: String, to connection: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                unsafe send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    private static func read(_ connection: Int32) -> Request? {
        var bytes: [UInt8] = []
        var head: [Substring] = []
        var start = 0
        while true {
            if head.isEmpty, let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) {
                head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
                start = end.upperBound
            }
            let headers = Dictionary(
                head.dropFirst().map { line in
                    let parts = line.split(separator: ":", maxSplits: 1)
                    return (parts[0].lowercased(), parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : "")
                }, uniquingKeysWith: { first, _ in first })
            if let line = head.first?.split(separator: " "), line.count == 3,
                bytes.count - start >= Int(headers["content-length"] ?? "0") ?? 0
            {
                return Request(
                    method: String(line[0]), target: String(line[1]), headers: headers,
                    body: String(decoding: bytes[start...], as: UTF8.self))
            }
            var chunk = [UInt8](repeating: 0, count: 65_536)
            let count = unsafe recv(connection, &chunk, chunk.count, 0)
            guard count > 0 else { return nil }
            bytes += chunk.prefix(count)
        }
    }
}
