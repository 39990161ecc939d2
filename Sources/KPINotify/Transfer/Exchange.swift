/// The two directions of a transfer while it runs: bytes for the server, and what the server said.
final class Exchange {
    private var outgoing: ArraySlice<UInt8>
    private let cancellation: Cancellation
    private var incoming: [UInt8] = []
    private(set) var lines: [String] = []

    /// Beyond it what a server says is read and forgotten.
    private static let limit = 65_536

    init(sending bytes: [UInt8], _ cancellation: Cancellation) {
        (outgoing, self.cancellation) = (bytes[...], cancellation)
    }

    var isCancelled: Bool { cancellation.isAsked }

    var body: String { String(decoding: incoming, as: UTF8.self) }

    /// Fills the buffer with what is to be sent next, and says with how much.
    func send(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let next = outgoing.prefix(buffer.count)
        unsafe buffer.copyBytes(from: next)
        outgoing = outgoing.dropFirst(next.count)
        return next.count
    }

    func receive(_ bytes: UnsafeRawBufferPointer) {
        unsafe incoming.append(contentsOf: bytes.prefix(max(0, Self.limit - incoming.count)))
    }

    /// A line of an HTTP head, or a reply of an SMTP server. What came before a new head is forgotten: it was not the
    /// answer, but `100 Continue`.
    func receiveLine(_ bytes: UnsafeRawBufferPointer) {
        var line = unsafe String(decoding: bytes, as: UTF8.self)
        while line.unicodeScalars.last == "\n" || line.unicodeScalars.last == "\r" { line.unicodeScalars.removeLast() }
        if line.hasPrefix("HTTP/") { lines = [] }
        if !line.isEmpty, lines.count < 256 { lines.append(String(line.prefix(1024))) }
    }
}
