import ArgumentParser
import Diagnostics
import Foundation
import KPIConfiguration
import KPICore
import KPIEngine
import KPIIngest
import KPIServer
import KPIStore
import Logging
import ServiceLifecycle
import UnixSignals

/// Wires the parts together and runs them.
struct Daemon {
    private let config: String
    private let directory: StateDirectory
    private let configuration: Configuration
    private let lock: InstanceLock
    private let ledger: Ledger
    private let logger: Logger

    /// Reads the configuration and takes hold of the state directory, or says why not and ends.
    init(config: String, stateDirectory: String) throws {
        self.config = config
        switch LoadedConfiguration.load(config) {
        case .right(let configuration): self.configuration = configuration
        case .wrong(let mistakes):
            Self.complain(DiagnosticRenderer().render(mistakes))
            let count = mistakes.count == 1 ? "1 mistake" : "\(mistakes.count) mistakes"
            Self.complain("kpid: \(count) in the configuration; nothing was started\n")
            throw ExitCode(78)  // EX_CONFIG: starting again does not mend a file
        }
        let settings = configuration.settings
        LogSettings(
            level: Logger.Level(rawValue: settings.logLevel.rawValue) ?? .info,
            format: LogFormat(rawValue: settings.logFormat.rawValue) ?? .text
        ).bootstrap()
        logger = Logger(label: "kpid")
        directory = StateDirectory(stateDirectory)
        do {
            try directory.create()
            lock = try InstanceLock(path: directory.lock)
            ledger = try Ledger(path: directory.ledger)
        } catch {
            Self.complain("kpid: \(error)\n")
            throw ExitCode(1)
        }
    }

    /// One round: inbox, evaluation, files. Fails when any of them could not be done.
    func runOnce(asOf: Instant?) async throws {
        let now = Instant.now
        let moment = asOf ?? now
        let engine = try engine(loadedAt: moment)
        let inbox = Inbox(directory)
        await engine.takeInbox(receivedAt: now) { try inbox.scan(isSettled: true) }
        if let reached = await engine.evaluatedThrough, let asOf, asOf < reached {
            await engine.replay(at: asOf)
        } else {
            await engine.tick(at: moment)
            await deliverOnce(engine)
        }
        try? Heartbeat(path: directory.heartbeat).beat(await engine.stamp(moment))
        if await engine.isDegraded { throw ExitCode(1) }
    }

    func run() async throws {
        let hangups = await UnixSignalsSequence(trapping: .sighup)
        let stops = await UnixSignalsSequence(trapping: .sigterm, .sigint)
        let engine = try engine(loadedAt: .now)
        let notifier = SystemdNotifier()
        let inbox = Inbox(directory)
        let watcher = watch(inbox)
        let scan: @Sendable () throws -> InboxScan = { try watcher?.scan() ?? inbox.scan() }
        await engine.takeInbox(receivedAt: .now, scan: scan)
        await engine.tick(at: .now)
        let (plans, edited) = AsyncStream<NotificationPlan>.makeStream()
        edited.yield(configuration.notifications)
        let reloader = Reloader(engine: engine, config: config, notifier: notifier, logger: logger) { edited.yield($0) }
        var services: [any Service] = [
            ReloadService(hangups: hangups, reloader: reloader),
            SchedulerService(
                engine: engine, config: config, scan: scan, heartbeat: Heartbeat(path: directory.heartbeat),
                notifier: notifier),
        ]
        services.append(DeliveryRounds(delivery: delivery(engine, plans)))
        if let watcher { services.append(InboxService(engine: engine, watcher: watcher)) }
        let desk = desk(engine)
        services.append(server(engine, reloader, desk))
        if let server = configuration.settings.server {
            services.append(LoopbackServer(host: server.host, port: server.port, desk: desk, logger: logger))
        }
        let stop = ServiceGroupConfiguration.ServiceConfiguration(
            service: StopService(stops: stops), successTerminationBehavior: .gracefullyShutdownGroup)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: services.map { .init(service: $0) } + [stop], logger: logger))
        notifier.ready(status: await engine.summary)
        logger.notice("kpid \(Version.text) runs on \(directory.path)")
        try await group.run()
        notifier.stopping()
        logger.notice("kpid has stopped")
    }

    /// The file of tokens is read for each report, so that a token is given and taken away at once.
    private func desk(_ engine: Engine) -> ReportDesk {
        let path = configuration.settings.server?.tokens
        return ReportDesk(engine: engine, clock: { .now }) {
            try path.map { try ReporterTokens(String(contentsOfFile: $0, encoding: .utf8)) }
        }
    }

    private func server(_ engine: Engine, _ reloader: Reloader, _ desk: ReportDesk) -> SocketServer {
        SocketServer(
            path: directory.socket,
            api: Api(
                engine: engine, clock: { .now }, reload: { await reloader.reload() },
                testChannel: { [directory] name in
                    await ChannelTest(
                        plan: await engine.notifications, timetable: await engine.timetable, directory: directory
                    ).send(over: name, at: .now)
                }, desk: desk),
            logger: logger)
    }

    private func delivery(_ engine: Engine, _ plans: AsyncStream<NotificationPlan>) -> DeliveryService {
        DeliveryService(engine: engine, plans: plans, logger: logger, clock: { .now }) { [directory] name, settings in
            settings.port(named: name, in: directory)
        }
    }

    /// Delivers what one round brought, as far as it can be delivered at once.
    private func deliverOnce(_ engine: Engine) async {
        for (name, settings) in configuration.notifications.channels.sorted(by: { $0.key < $1.key }) {
            let courier = Courier(
                settings.port(named: name, in: directory), engine: engine, logger: logger, clock: { .now })
            _ = await courier.deliverDue()
        }
    }

    /// Nil where the kernel will not watch; files are then found by looking.
    private func watch(_ inbox: Inbox) -> InboxWatcher? {
        do {
            return try InboxWatcher(inbox)
        } catch {
            logger.warning("\(error); files are found by looking instead")
            return nil
        }
    }

    private func engine(loadedAt: Instant) throws -> Engine {
        do {
            return try Engine(
                directory, ledger: ledger, edition: configuration.edition, loadedAt: loadedAt,
                parts: .kpid(ProgressLine(in: configuration.edition.language)), logger: logger)
        } catch {
            Self.complain("kpid: \(error)\n")
            throw ExitCode(1)
        }
    }

    private static func complain(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
