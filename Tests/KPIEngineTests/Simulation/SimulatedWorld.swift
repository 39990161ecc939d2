import CEL
import Diagnostics
import Foundation
import GRDB
import KPIConfiguration
import KPICore
import KPIIngest
import KPINotify
import Logging
import Synchronization
import TestSeeds

@testable import KPIEngine
@testable import KPIStore

/// An engine with a real ledger and a real channel, through a year in which everything happens to it: late and revised
/// figures, operators, restarts, reloads, a locked ledger, a folder that is gone, a clock that is set back.
final class SimulatedWorld {
    private var random: SeededGenerator
    private let folder: TemporaryFolder
    private let edition: Edition
    private let clock: SimulatedClock
    private var engine: Engine
    private var courier: Courier
    private(set) var model: NaiveModel
    private var revisions: [String: Int] = [:]
    private var actCount: Int64 = 0
    private var isOut = false
    private(set) var log: [String] = []

    init(seed: UInt64) throws {
        random = SeededGenerator(seed: seed)
        folder = try TemporaryFolder()
        try folder.state.create()
        let hasQuietHours = Bool.random(using: &random)
        let hasInhibition = Bool.random(using: &random)
        edition = try Self.edition(quiet: hasQuietHours, inhibition: hasInhibition)
        let start = Instant("2021-01-04T09:00:00Z") ?? Instant(milliseconds: 0)
        clock = SimulatedClock(start)
        model = NaiveModel(
            edition.catalog.timetable, quiet: hasQuietHours ? (510, 1050) : nil, hasInhibition: hasInhibition,
            from: start)
        try FileManager.default.createDirectory(atPath: "\(folder.path)/notices", withIntermediateDirectories: false)
        (engine, courier) = try Self.start(folder, edition, clock)
    }

    func step() async throws {
        clock.advance(seconds: Int64.random(in: 60...700_000, using: &random))
        let isSetBack = Int.random(in: 0..<20, using: &random) == 0
        if isSetBack { clock.advance(seconds: -Int64.random(in: 60...100_000, using: &random)) }
        switch Int.random(in: 0..<12, using: &random) {
        case 0: (engine, courier) = try Self.start(folder, edition, clock)
        case 1:
            // It looks at the clock, too.
            let isAhead = await clock.now >= engine.evaluatedThrough ?? clock.now
            _ = await engine.adopt(edition, at: clock.now)
            if isAhead { model.pass(to: clock.now) }
        case 2: try toggleOutage()
        case 3:
            try await stepUnderALock()
            return
        default: break
        }
        // Nothing new is told to a clock that was set back, because what was decided stays decided.
        guard await clock.now >= engine.evaluatedThrough ?? clock.now else { return await look() }
        let moment = clock.now
        if Int.random(in: 0..<5, using: &random) < 2 { try report(at: moment) }
        await engine.takeInbox(receivedAt: moment) { [folder] in try Inbox(folder.state).scan(isSettled: true) }
        if Int.random(in: 0..<4, using: &random) == 0, let deed = deed() { try await act(deed, at: moment) }
        await look()
        model.pass(to: moment)
        log.append("\(moment.stamp(in: .utc)): \(model.told.values.reduce(0) { $0 + $1.count }) told")
    }

    /// Long after everything, with nothing in the way.
    func end() async throws {
        if isOut { try toggleOutage() }
        for _ in 0..<10 {
            clock.advance(seconds: 5 * 3600)
            await look()
            model.pass(to: clock.now)
        }
    }

    /// What the notices say, alert by alert, in the order in which they were decided.
    func told() throws -> [AlertIdentity: [NaiveModel.Told]] {
        var found: [(at: String, sequence: Double, alert: AlertIdentity, told: NaiveModel.Told)] = []
        for name in try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/notices") {
            let text = try String(contentsOfFile: "\(folder.path)/notices/\(name)", encoding: .utf8)
            guard let json = JSON(parsing: text), case let notice = try Notice(json: json), let alert = notice.alert
            else {
                continue
            }
            found.append(
                (
                    notice.at.text, Double(notice.key.sequence), alert,
                    .init(isOver: notice.isOver, severity: notice.severity, episode: notice.key.episode)
                ))
        }
        // Two rounds may fall on one moment.
        found.sort { ($0.at, $0.told.episode, $0.sequence) < ($1.at, $1.told.episode, $1.sequence) }
        return Dictionary(grouping: found, by: \.alert).mapValues { $0.map(\.told) }
    }

    func undelivered() async throws -> Int { try await engine.ledger.outbox(limit: 10).count }

    private func look() async {
        await engine.tick(at: clock.now)
        _ = await courier.deliverDue()
    }

    private func report(at moment: Instant) throws {
        let unit = Bool.random(using: &random) ? "north" : "south"
        let last = edition.catalog.timetable.date(of: moment).month
        let month = Int.random(in: max(1, last - 3)...last, using: &random)
        let revision = (revisions["\(unit)/\(month)"] ?? 0) + 1
        revisions["\(unit)/\(month)"] = revision
        let value = Double(Int.random(in: 0...14, using: &random))
        let period = "2021-\(month < 10 ? "0" : "")\(month)"
        try "target,unit,period,value,revision\nstock,\(unit),\(period),\(Int(value)),\(revision)\n"
            .write(toFile: "\(folder.state.inbox)/\(unit)-\(period)-\(revision).csv", atomically: true, encoding: .utf8)
        model.report(unit, month: month, revision: revision, value: value, at: moment)
        log.append("  \(unit) reports \(value) for \(period), revision \(revision)")
    }

    private func act(_ deed: Deed, at moment: Instant) async throws {
        let act = try await engine.take(deed, comment: "known", author: "li", at: moment)
        actCount = act.id
        model.act(act)
        log.append("  act \(act.id): \(deed)")
    }

    private func deed() -> Deed? {
        let until = clock.now.adding(seconds: Int64.random(in: 600...3_000_000, using: &random))
        let alert = NaiveModel.alerts[Int.random(in: 0..<4, using: &random)]
        switch Int.random(in: 0..<5, using: &random) {
        case 0:
            guard let severity = model.severity(of: alert) else { return nil }
            return .acknowledge(
                Acknowledgement(
                    alert: alert, episode: model.episode(of: alert), severity: severity,
                    isSticky: Bool.random(using: &random), until: Bool.random(using: &random) ? until : nil))
        case 1:
            return Silence(Matchers([.init(.unit, [alert.unit.text])]), from: clock.now, until: until)
                .map { .silence($0) }
        case 2:
            let unit: UnitID = Bool.random(using: &random) ? "all" : alert.unit
            return Maintenance(unit, from: clock.now, until: until).map { .maintain($0) }
        default: return nil
        }
    }

    /// Another process holds the ledger: nothing can be written down, and nothing has happened.
    private func stepUnderALock() async throws {
        var configuration = GRDB.Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: folder.state.ledger, configuration: configuration)
        try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        await look()
        try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        log.append("\(clock.now.stamp(in: .utc)): the ledger was locked")
    }

    /// A file lies where the folder should be, or the folder is back.
    private func toggleOutage() throws {
        let (here, away) = ("\(folder.path)/notices", "\(folder.path)/elsewhere")
        if isOut {
            try FileManager.default.removeItem(atPath: here)
            try FileManager.default.moveItem(atPath: away, toPath: here)
        } else {
            try FileManager.default.moveItem(atPath: here, toPath: away)
            try "".write(toFile: here, atomically: false, encoding: .utf8)
        }
        isOut.toggle()
    }

    private static func start(
        _ folder: TemporaryFolder, _ edition: Edition, _ clock: SimulatedClock
    ) throws -> (Engine, Courier) {
        let logger = Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() }
        let engine = try Engine(
            folder.state, ledger: try Ledger(path: folder.state.ledger, patience: 0.01), edition: edition,
            loadedAt: clock.now,
            parts: EngineParts(
                decode: { file, catalog, facts in
                    Intaker(IntakeContext(catalog, facts: facts)).take(
                        file: file.name, file.content, receivedAt: file.receivedAt)
                },
                receipt: { Receipt($0, new: $1, repeated: $2, zone: $3.timetable.zone).json }),
            logger: logger)
        let channel = ChannelSettings.file(FileSettings(folder: "\(folder.path)/notices")).channel(named: "files")
        let courier = Courier(
            ChannelPort(name: "files") { await channel.deliver($0, at: $1) }, engine: engine,
            policy: RetryPolicy(horizon: .seconds(400 * 86_400)), logger: logger
        ) { clock.now }
        return (engine, courier)
    }

    private static func edition(quiet: Bool, inhibition: Bool) throws -> Edition {
        let path = EngineSite.top.appendingPathComponent("Tests/Fixtures/simulation/config/kpid.yaml").path
        let loaded = ConfigurationLoader.load(path: path)
        guard let configuration = loaded.configuration else {
            throw Unloadable(reasons: loaded.diagnostics.map(\.message))
        }
        let hours = TimeOfDay("08:30").flatMap { from in
            TimeOfDay("17:30").flatMap { MuteWindow.Hours(from: from, to: $0) }
        }
        let recipient = Recipient(id: "archive", label: Label("archive"), language: .en, channel: "files")
        let plan = NotificationPlan(
            channels: ["files": .file(FileSettings(folder: "notices"))], recipients: [recipient],
            routes: [Route(to: [.recipient("archive")])],
            mutes: quiet ? [MuteWindow(id: "nights", label: Label("nights"), hours: hours)] : [],
            inhibitions: inhibition
                ? [
                    Inhibition(
                        id: "first", while: Matchers([.init(.rule, ["report-missing"])]),
                        mutes: Matchers([.init(.rule, ["low"])]), same: [.unit])
                ] : [])
        return Edition(
            catalog: configuration.catalog, notifications: plan, language: .en, evaluateEvery: 60, fingerprint: "")
    }

    private struct Unloadable: Error {
        let reasons: [String]
    }
}

/// What time it is in a simulation.
final class SimulatedClock: Sendable {
    private let moment: Mutex<Instant>

    init(_ moment: Instant) {
        self.moment = Mutex(moment)
    }

    var now: Instant { moment.withLock { $0 } }

    func advance(seconds: Int64) { moment.withLock { $0 = $0.adding(seconds: seconds) } }
}
