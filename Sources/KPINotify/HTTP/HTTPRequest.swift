internal import CCurl
internal import KPICore

/// JSON posted to a server.
struct HTTPRequest: Sendable {
    /// All of it, which may have a key in it.
    private let address: Secret
    /// As it may be shown.
    let server: String
    let body: [UInt8]
    var headers: [(name: String, value: String)] = []
    var authorization: Secret?
    let connection: ConnectionSettings

    init(to address: WebAddress, adding rest: String = "", json: JSON, over connection: ConnectionSettings) {
        self.address = Secret(address.text + rest)
        server = address.origin
        body = Array(json.compact.utf8)
        self.connection = connection
    }

    /// Redirections are not followed: where they lead nobody has agreed to send anything.
    func send(_ cancellation: Cancellation) throws(TransferTrouble) -> HTTPAnswer {
        let exchange = Exchange(sending: body, cancellation)
        let transfer = try Transfer(exchange, over: connection)
        try transfer.set(CURLOPT_PROTOCOLS_STR, "http,https")
        try transfer.set(CURLOPT_URL, address.revealed)
        try transfer.set(CURLOPT_POST, 1)
        try transfer.set(CURLOPT_POSTFIELDSIZE_LARGE, size: body.count)
        try transfer.set(CURLOPT_USERAGENT, "kpid/\(Version.text)")
        try transfer.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        let fixed = ["Content-Type: application/json; charset=utf-8", "Expect:"]
        let permission = authorization.map { ["Authorization: \($0.revealed)"] } ?? []
        try transfer.set(CURLOPT_HTTPHEADER, fixed + permission + headers.map { "\($0.name): \($0.value)" })
        try transfer.make()
        return HTTPAnswer(status: transfer.status, lines: exchange.lines, body: exchange.body)
    }
}
