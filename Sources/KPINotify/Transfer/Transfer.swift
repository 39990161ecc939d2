internal import CCurl
internal import Glibc
internal import KPICore

/// A transfer with libcurl: prepared option by option, then made once. Making it blocks, so it belongs on a
/// ``ChannelQueue``.
@safe final class Transfer {
    private let handle: UnsafeMutableRawPointer
    private let exchange: Exchange
    /// Where libcurl writes what went wrong.
    private let message: UnsafeMutablePointer<CChar>
    private var lists: [UnsafeMutablePointer<curl_slist>] = unsafe []

    /// Once in a process. A server that goes away while it is written to must not end the daemon: libcurl leaves
    /// SIGPIPE to the program where it is told to leave signals alone.
    private static let isReady: Bool = {
        signal(SIGPIPE, SIG_IGN)
        return ccurl_start() == CURLE_OK
    }()

    init(_ exchange: Exchange, over connection: ConnectionSettings) throws(TransferTrouble) {
        guard Self.isReady, let handle = unsafe curl_easy_init() else { throw TransferTrouble(code: CURLE_FAILED_INIT) }
        unsafe self.handle = handle
        self.exchange = exchange
        unsafe message = .allocate(capacity: Int(CURL_ERROR_SIZE))
        unsafe message.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        try attach()
        try configure(connection)
    }

    deinit {
        unsafe curl_easy_cleanup(handle)
        unsafe lists.forEach { unsafe curl_slist_free_all($0) }
        unsafe message.deallocate()
    }

    // MARK: Options

    func set(_ option: CURLoption, _ text: String) throws(TransferTrouble) {
        try Self.check(unsafe ccurl_set_text(handle, option, text))
    }

    func set(_ option: CURLoption, _ number: Int) throws(TransferTrouble) {
        try Self.check(unsafe ccurl_set_number(handle, option, number))
    }

    func set(_ option: CURLoption, size: Int) throws(TransferTrouble) {
        try Self.check(unsafe ccurl_set_size(handle, option, curl_off_t(size)))
    }

    func set(_ option: CURLoption, _ lines: [String]) throws(TransferTrouble) {
        var list: UnsafeMutablePointer<curl_slist>?
        for line in lines {
            guard let longer = unsafe curl_slist_append(list, line) else {
                unsafe curl_slist_free_all(list)
                throw TransferTrouble(code: CURLE_OUT_OF_MEMORY)
            }
            unsafe list = longer
        }
        guard let list = unsafe list else { return }
        unsafe lists.append(list)
        try Self.check(unsafe ccurl_set_pointer(handle, option, list))
    }

    private func configure(_ connection: ConnectionSettings) throws(TransferTrouble) {
        let (seconds, attoseconds) = connection.timeout.components
        try set(CURLOPT_TIMEOUT_MS, Int(seconds * 1000 + attoseconds / 1_000_000_000_000_000))
        // Set, though empty, these two keep the environment's variables out.
        try set(CURLOPT_PROXY, connection.proxy?.text ?? "")
        try set(CURLOPT_NOPROXY, "")
        if let authorities = connection.authorities { try set(CURLOPT_CAINFO, authorities) }
        // Its timeouts by SIGALRM are not for a program with threads.
        try set(CURLOPT_NOSIGNAL, 1)
    }

    // MARK: Making it

    /// The last status that the server gave, of HTTP or SMTP; 0 when it gave none.
    var status: Int {
        var status = 0
        return unsafe ccurl_get_number(handle, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK ? status : 0
    }

    func make() throws(TransferTrouble) {
        let code = withExtendedLifetime(exchange) { unsafe curl_easy_perform(handle) }
        guard code == CURLE_OK else { throw TransferTrouble(code: code, message: unsafe String(cString: message)) }
    }

    /// Lets libcurl call the exchange, which must live as long as the transfer.
    private func attach() throws(TransferTrouble) {
        let context = unsafe Unmanaged.passUnretained(exchange).toOpaque()
        try Self.check(unsafe ccurl_set_pointer(handle, CURLOPT_ERRORBUFFER, message))
        try Self.check(unsafe ccurl_set_pointer(handle, CURLOPT_READDATA, context))
        try Self.check(unsafe ccurl_set_pointer(handle, CURLOPT_WRITEDATA, context))
        try Self.check(unsafe ccurl_set_pointer(handle, CURLOPT_HEADERDATA, context))
        try Self.check(unsafe ccurl_set_pointer(handle, CURLOPT_XFERINFODATA, context))
        try Self.check(
            unsafe ccurl_set_transport(handle, CURLOPT_READFUNCTION) { bytes, size, count, context in
                unsafe Exchange.of(context).send(into: .init(start: bytes, count: size * count))
            })
        try Self.check(
            unsafe ccurl_set_transport(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
                unsafe Exchange.of(context).receive(.init(start: bytes, count: size * count))
                return size * count
            })
        try Self.check(
            unsafe ccurl_set_transport(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
                unsafe Exchange.of(context).receiveLine(.init(start: bytes, count: size * count))
                return size * count
            })
        try Self.check(
            unsafe ccurl_set_progress(handle) { context, _, _, _, _ in
                unsafe Exchange.of(context).isCancelled ? 1 : 0
            })
        try set(CURLOPT_NOPROGRESS, 0)
    }

    private static func check(_ code: CURLcode) throws(TransferTrouble) {
        guard code == CURLE_OK else { throw TransferTrouble(code: code) }
    }
}

extension Exchange {
    /// From what libcurl was given in ``Transfer``.
    fileprivate static func of(_ context: UnsafeMutableRawPointer?) -> Exchange {
        guard let context = unsafe context else { preconditionFailure("libcurl calls with what it was given") }
        return unsafe Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
    }
}
