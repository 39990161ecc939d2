import ArgumentParser
import CEL
import Foundation
import KPICore
import KPIStore

struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "What happened to alerts, what was done about them, and who was told.",
        discussion: """
            Examples:
              kpictl history
              kpictl history behind-plan/talent.recruits/370811
              kpictl history 370811 --limit 20
              kpictl history --since 2021-07-01
              kpictl history -o ndjson | jq 'select(.kind == "delivery" and .outcome == "given_up")'

            Reads the ledger itself, in the order in which things were recorded, whether kpid runs or not. An alert is \
            named by RULE/TARGET/UNIT, or by any part of that which is a part of no other.
            """)

    enum Output: String, ExpressibleByArgument, CaseIterable {
        case table, ndjson
    }

    @Argument(help: "An alert's identity, or a part of it; default: everything.")
    var alert: String?

    @Option(name: [.short, .long], help: "Lines for people, or a JSON object on each line.")
    var output = Output.table

    @Option(
        help: ArgumentHelp(
            "Only what came about from then on: 2021-07-01, or with a clock and offset.", valueName: "time"))
    var since: String?

    @Option(help: ArgumentHelp("Only the latest ones.", valueName: "number"))
    var limit: Int?

    @OptionGroup var common: CommonOptions

    /// So many are held in memory at a time.
    private static let page = 500

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit is a number from 1") }
        if let since, Instant(since) == nil, LocalDate(since) == nil {
            throw ValidationError(
                "'\(since)' is no moment: write a day such as 2021-07-01, or 2021-07-01T09:00:00+08:00")
        }
    }

    func run() throws {
        let state = StatePath(common.stateDir)
        let file = try LedgerFile(state)
        do {
            try tell(file)
        } catch let error as LedgerError {
            throw LedgerFile.failure(error, state)
        }
    }

    private func tell(_ file: LedgerFile) throws {
        let chosen = try alert.map { try AlertChoice.find($0, in: file.ledger) }
        let since = since.flatMap { Self.moment($0, file.zone) }
        var cursor = try limit.map {
            try file.ledger.historyCursor(beforeLatest: $0, matching: chosen, since: since)
        }
        // Entries that are recorded meanwhile are not among the latest that were asked for.
        var left = limit ?? .max
        let line = self.line(file.zone, namesAlert: chosen == nil)
        var isEmpty = true
        while left > 0 {
            let page = try file.ledger.history(
                matching: chosen, after: cursor, since: since, limit: min(left, Self.page))
            for entry in page { FileHandle.standardOutput.write(Data((line(entry) + "\n").utf8)) }
            guard let last = page.last else { break }
            cursor = last.cursor
            left -= page.count
            isEmpty = false
        }
        if isEmpty, output == .table {
            StandardError.write(Speech.language(common.language) == .zh ? "没有记录。" : "nothing is recorded.")
        }
    }

    private func line(_ zone: Zone, namesAlert: Bool) -> (HistoryEntry) -> String {
        let language = Speech.language(common.language)
        return switch output {
        case .table: { $0.text(language, zone, namesAlert: namesAlert) }
        case .ndjson: { $0.json(in: zone).compact }
        }
    }

    /// A day means its beginning by the organisation's clocks.
    private static func moment(_ text: String, _ zone: Zone) -> Instant? {
        if let instant = Instant(text) { return instant }
        return LocalDate(text).map { Instant(seconds: zone.seconds(local: Int64($0.dayNumber) * 86_400)) }
    }
}
