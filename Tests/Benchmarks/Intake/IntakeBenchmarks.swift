// How long a large report takes until it is in the ledger, beside `sqlite3`'s .import of the same figures into the same
// table and indexes, and how much memory. Run with:
// KPID_BENCHMARKS=1 swift run -c release IntakeBenchmarks [UNITS DAYS]

import Foundation
import KPICore
import KPIEngine
import KPIIngest
import KPIStore
import Logging
import Measuring

@main
enum IntakeBenchmarks {
    static func main() async throws {
        let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        let office = Office(units: numbers.first ?? 1000, days: numbers.dropFirst().first ?? 1000)
        let folder = try Folder()
        let sheets = try Sheets(office, in: folder.path)
        print("\(office.units * office.days) rows, \(try size(sheets.report) >> 20) MB as a report")
        let imported = try baseline(sheets, in: folder.path)
        print("  sqlite3 .import            \(seconds(imported))")
        let start = memory("VmRSS")
        let taken = try await intake(sheets, office, in: folder.path)
        let times = Double(Int(taken / imported * 100)) / 100
        print("  kpid, up to the commit     \(seconds(taken)), \(times) times (at most 2)")
        print("  memory before              \(start >> 10) MB")
        print("  memory at most             \(memory("VmHWM") >> 10) MB (at most 200)")
    }

    /// Into a ledger as kpid makes it, with the program that comes with SQLite.
    private static func baseline(_ sheets: Sheets, in folder: String) throws -> Duration {
        let path = folder + "/imported.sqlite"
        _ = try Ledger(path: path)
        let (_, took) = try timed {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["sqlite3", path, ".import --csv \(sheets.rows) observation"]
            try process.run()
            process.waitUntilExit()
            precondition(process.terminationStatus == 0, "sqlite3 imports the rows")
        }
        try FileManager.default.removeItem(atPath: path)
        return took
    }

    private static func intake(_ sheets: Sheets, _ office: Office, in folder: String) async throws -> Duration {
        let state = StateDirectory(folder + "/state")
        try state.create()
        try FileManager.default.moveItem(atPath: sheets.report, toPath: state.inbox + "/visits.csv")
        let edition = Edition(catalog: office.catalog, language: .en, evaluateEvery: 60, fingerprint: "")
        let now = Instant("2024-06-01T00:00:00Z") ?? Instant(milliseconds: 0)
        let ledger = try Ledger(path: state.ledger)
        let engine = try Engine(
            state, ledger: ledger, edition: edition, loadedAt: now, parts: parts,
            logger: Logger(label: "kpid") { _ in SwiftLogNoOpLogHandler() })
        let inbox = Inbox(state)
        let took = await ContinuousClock().measure {
            await engine.takeInbox(receivedAt: now) { try inbox.scan(isSettled: true) }
        }
        let receipt = try String(contentsOfFile: state.accepted + "/visits.csv.receipt.json", encoding: .utf8)
        precondition(receipt.contains("\"accepted\": \(office.units * office.days)"), receipt)
        return took
    }

    private static let parts = EngineParts(
        decode: { file, catalog, facts in
            Intaker(IntakeContext(catalog, facts: facts)).take(
                file: file.name, file.content, receivedAt: file.receivedAt)
        },
        receipt: { Receipt($0, new: $1, repeated: $2, zone: $3.timetable.zone).json })

    /// In KiB, as the kernel counts it.
    private static func memory(_ field: String) -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix(field + ":") }
        return line?.split(separator: " ").compactMap { Int($0) }.first ?? 0
    }

    private static func size(_ path: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    }
}
