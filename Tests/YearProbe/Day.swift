import Foundation
import KPIConfiguration
import KPICore
import KPIEngine
import KPIIngest
import KPINotify
import KPIStore
import Logging

/// What happens on one of three days a week: always the same on the same day, however often it is begun.
struct Day {
    /// Of the week; nil on other days than Monday, on which nothing comes from outside.
    private let week: Int?
    /// At ten.
    private let now: Instant

    /// - Parameter number: counts Mondays, Wednesdays and Fridays from the first Monday of the year.
    init(_ number: Int) {
        week = number % 3 == 0 ? number / 3 : nil
        let first = Instant("2021-01-04T10:00:00+08:00") ?? Instant(milliseconds: 0)
        now = first.adding(seconds: Int64(number / 3 * 7 + number % 3 * 2) * 86_400)
    }

    func pass(in directory: StateDirectory, _ configuration: Configuration) async throws {
        let logger = Logger(label: "year") { _ in SwiftLogNoOpLogHandler() }
        let ledger = try Ledger(path: directory.ledger)
        let engine = try Engine(
            directory, ledger: ledger, edition: configuration.edition, loadedAt: now, parts: .probe, logger: logger)
        let inbox = Inbox(directory)
        for (name, text) in files { try place(text, as: name, in: directory) }
        let moment = now
        await engine.takeInbox(receivedAt: moment) { try inbox.scan(isSettled: true) }
        // An act is taken once, also when the week is begun again.
        if let deed, await !engine.acts.contains(where: { $0.at == moment }) {
            _ = try await engine.take(deed, comment: "known", author: "probe", at: moment)
        }
        await engine.tick(at: moment)
        for (name, settings) in configuration.notifications.channels.sorted(by: { $0.key < $1.key }) {
            try directory.create(for: settings)
            let channel = settings.resolved(in: directory.path).channel(named: name) { $0.faultPoint.pass() }
            let courier = Courier(
                ChannelPort(name: name) { await channel.deliver($0, at: $1) }, engine: engine, logger: logger
            ) { moment }
            _ = await courier.deliverDue()
        }
        if await engine.isDegraded { throw YearProbe.Mistake(words: "degraded: \(await engine.summary)") }
    }

    /// A month's figures come in the week after its deadline or later; now and then they are corrected.
    private var files: [(String, String)] {
        var files: [(String, String)] = []
        for (index, month) in months.enumerated() {
            for unit in ["north", "south"] {
                let due = 5 + index * 4 + (index * 7 + unit.utf8.count + (unit == "south" ? index % 3 : 0)) % 3
                let visits = (unit == "north" ? [12, 4, 9, 15, 3, 8] : [10, 11, 2, 2, 14, 12])[index % 6]
                let talks = (index + (unit == "north" ? 1 : 0)) % 4
                if due == week {
                    files.append(
                        ("\(month)-\(unit).csv", sheet(month, unit, visits: visits, talks: talks, revision: 1)))
                }
                // Too low at first in every fourth month, and too high in every fifth.
                if due + 5 == week, index % 4 == 1 || index % 5 == 2 {
                    let corrected = index % 4 == 1 ? visits + 12 : max(0, visits - 6)
                    files.append(
                        ("\(month)-\(unit)-2.csv", sheet(month, unit, visits: corrected, talks: talks, revision: 2)))
                }
            }
        }
        return files
    }

    private var months: [String] { (1...11).map { "2021-\($0 < 10 ? "0" : "")\($0)" } }

    private func sheet(_ month: String, _ unit: String, visits: Int, talks: Int, revision: Int) -> String {
        "target,unit,period,value,revision\nvisits,\(unit),\(month),\(visits),\(revision)\n"
            + "talks,\(unit),\(month),\(talks),\(revision)\n"
    }

    private var deed: Deed? {
        let alert = AlertIdentity(rule: "behind", target: "talks", unit: "north")
        switch week {
        case 14: return silence(weeks: 5, Matchers([.init(.target, ["visits"])]))
        case 22: return .acknowledge(Acknowledgement(alert: alert, episode: 1, severity: .critical))
        case 26:
            return Maintenance("south", from: now, until: now.adding(seconds: 4 * 7 * 86_400)).map { .maintain($0) }
        case 28: return .undo(3)
        case 36: return silence(weeks: 3, Matchers([.init(.unit, ["north"])]))
        default: return nil
        }
    }

    private func silence(weeks: Int64, _ matchers: Matchers) -> Deed? {
        Silence(matchers, from: now, until: now.adding(seconds: weeks * 7 * 86_400)).map { .silence($0) }
    }

    /// A file appears whole or not at all, and only once.
    private func place(_ text: String, as name: String, in directory: StateDirectory) throws {
        let taken = [directory.inbox, directory.accepted, directory.quarantine].contains { folder in
            FileManager.default.fileExists(atPath: "\(folder)/\(name)")
        }
        if !taken { try text.write(toFile: "\(directory.inbox)/\(name)", atomically: true, encoding: .utf8) }
    }
}

extension FileStep {
    fileprivate var faultPoint: FaultPoint {
        switch self {
        case .write: .write
        case .sync: .fsync
        case .rename: .rename
        case .syncFolder: .fsyncFolder
        }
    }
}

extension EngineParts {
    static let probe = EngineParts(
        decode: { file, catalog, facts in
            Intaker(IntakeContext(catalog, facts: facts)).take(
                file: file.name, file.content, receivedAt: file.receivedAt)
        },
        receipt: { Receipt($0, new: $1, repeated: $2, zone: $3.timetable.zone).json })
}
