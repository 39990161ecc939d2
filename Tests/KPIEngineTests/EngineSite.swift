import Foundation
import KPIConfiguration
import KPICore
import KPIIngest
import KPIStore
import Logging
import Testing

@testable import KPIEngine

/// An engine over the shipped configuration and a state directory of its own.
final class EngineSite {
    let folder: TemporaryFolder
    let ledger: Ledger
    let edition: Edition
    private(set) var engine: Engine
    private let parts: EngineParts

    /// - Parameter patience: seconds to wait for others that hold the ledger.
    /// - Parameter watcher: told how far files have been read.
    init(patience: Double = 0.05, watcher: IntakeProgress.Watcher? = nil) throws {
        folder = try TemporaryFolder()
        parts = Self.parts(watcher)
        try folder.state.create()
        ledger = try Ledger(path: folder.state.ledger, patience: patience)
        edition = try Self.shipped()
        engine = try Self.engine(folder.state, ledger, edition, parts)
    }

    /// The next process over the same directory.
    func restart() throws { engine = try Self.engine(folder.state, ledger, edition, parts) }

    private static func engine(
        _ state: StateDirectory, _ ledger: Ledger, _ edition: Edition, _ parts: EngineParts
    ) throws -> Engine {
        try Engine(
            state, ledger: ledger, edition: edition, loadedAt: july, parts: parts,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    static let july = Instant("2021-07-10T09:00:00+08:00") ?? Instant(milliseconds: 0)

    private static func parts(_ watcher: IntakeProgress.Watcher?) -> EngineParts {
        EngineParts(
            decode: { file, catalog, facts in
                Intaker(IntakeContext(catalog, facts: facts), watcher: watcher).take(
                    file: file.name, file.content, receivedAt: file.receivedAt)
            },
            receipt: { Receipt($0, new: $1, repeated: $2, zone: $3.timetable.zone).json })
    }

    static let top: URL = {
        var url = URL(fileURLWithPath: #filePath)
        for _ in "Tests/KPIEngineTests/EngineSite.swift".split(separator: "/") { url.deleteLastPathComponent() }
        return url
    }()

    /// The shipped configuration with one of its rules left out.
    static func shipped(without rule: RuleID? = nil) throws -> Edition {
        let path = top.appendingPathComponent("config/kpid.yaml").path
        let configuration = try #require(ConfigurationLoader.load(path: path).configuration)
        let whole = configuration.catalog
        let catalog = Catalog(
            organisation: whole.organisation, timetable: whole.timetable, units: whole.units, targets: whole.targets,
            policies: whole.policies, rules: whole.rules.filter { $0.id != rule }, registers: whole.registers,
            reporting: whole.reporting)
        return Edition(
            catalog: catalog, language: .en, evaluateEvery: 60, fingerprint: rule.map { "without \($0)" } ?? "shipped")
    }

    /// A report of the seed's, dropped and taken.
    func take(_ name: String) async throws {
        let seed = Self.top.appendingPathComponent("Tests/Fixtures/seed/reports/clean/\(name)")
        try FileManager.default.copyItem(atPath: seed.path, toPath: folder.state.inbox + "/" + name)
        await look()
    }

    func look() async {
        let inbox = Inbox(folder.state)
        await engine.takeInbox(receivedAt: Self.july) { try inbox.scan(isSettled: true) }
    }

    func status() throws -> JSON {
        try #require(JSON(parsing: try text(at: folder.state.status)))
    }

    func recruits() throws -> Double? {
        guard case .array(let targets) = try status()["targets"] else { return nil }
        return targets.first { $0["id"]?.text == "talent.recruits" }?["value"]?.double
    }

    var problems: [String] {
        get throws {
            guard case .array(let problems) = try status()["health"]?["problems"] else { return [] }
            return problems.compactMap { $0["en"]?.text }
        }
    }
}
