internal import Hummingbird
internal import HummingbirdCore
package import Logging
internal import NIOCore
internal import ServiceLifecycle

/// Takes reports over HTTP from programs on this machine, each with its unit's token. Nothing else is answered here: who
/// connects has no name.
package struct LoopbackServer: Service {
    private let host: String
    private let port: Int
    private let desk: ReportDesk
    private let logger: Logger

    package init(host: String, port: Int, desk: ReportDesk, logger: Logger) {
        (self.host, self.port, self.desk) = (host, port, desk)
        var logger = logger
        logger.logLevel = max(logger.logLevel, .warning)
        self.logger = logger
    }

    package func run() async throws {
        do {
            try await application.run()
        } catch {
            logger.error("cannot listen on \(host):\(port): \(error); reports over HTTP are not taken there")
        }
        try? await gracefulShutdown()
    }

    private var application: some ApplicationProtocol {
        let router = Router(context: ApiContext.self)
        router.add(middleware: ErrorAnswers())
        router.post("api/v1/reports") { [desk] request, _ in try await desk.take(request, isOpen: false) }
        return Application(
            router: router,
            server: .http1(
                configuration: HTTP1Channel.Configuration(
                    additionalChannelHandlers: [ConnectionLifetime()], idleTimeout: .seconds(10))),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port),
                availableConnectionsDelegate: .maximum(64, logger: logger)),
            logger: logger)
    }
}
