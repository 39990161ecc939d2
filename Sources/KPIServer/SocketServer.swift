internal import Hummingbird
internal import HummingbirdCore
package import Logging
internal import NIOCore
internal import ServiceLifecycle

/// The daemon's Unix socket: status, alerts, acts and reloads for the programs of those who may open it.
///
/// That it cannot listen stops nothing else: figures go on being taken, judged and told.
package struct SocketServer: Service {
    private let file: SocketFile
    private let api: Api
    private let logger: Logger

    /// Connections at a time, and with that requests; more wait until one ends.
    private static let mostConnections = 64
    /// Headers must be there by then, and a connection without a request is closed.
    private static let idle = TimeAmount.seconds(10)

    /// - Parameter path: in a folder that one daemon holds: a socket that another has left there is put away.
    package init(path: String, api: Api, logger: Logger) {
        file = SocketFile(path)
        self.api = api
        var logger = logger
        // The HTTP library tells of its every step; what is worth knowing is told here.
        logger.logLevel = max(logger.logLevel, .warning)
        self.logger = logger
    }

    package func run() async throws {
        do {
            try file.check()
            try await application.run()
        } catch {
            logger.error(
                "cannot listen on \(file.path): \(error); kpictl cannot reach this daemon, which goes on without")
        }
        file.remove()
        // Where a service ends, the group ends with it.
        try? await gracefulShutdown()
    }

    private var application: some ApplicationProtocol {
        let (file, logger) = (file, logger)
        return Application(
            router: api.router(),
            server: .http1(
                configuration: HTTP1Channel.Configuration(
                    additionalChannelHandlers: [ConnectionLifetime()], idleTimeout: Self.idle)),
            configuration: ApplicationConfiguration(
                address: .unixDomainSocket(path: file.path),
                availableConnectionsDelegate: .maximum(Self.mostConnections, logger: logger)),
            onServerRunning: { _ in
                do {
                    try file.openToGroup()
                } catch {
                    logger.error("\(error)")
                }
            },
            logger: logger)
    }
}
