import ArgumentParser
import Foundation
import KPICore
import KPIIngest

struct LintReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint-report",
        abstract: "Tell what kpid would find in a report or a register, without sending it.",
        discussion: """
            Examples:
              kpictl lint-report 2021-09.csv
              kpictl lint-report 引才月报.xlsx --as 任城区
              kpictl lint-report events.csv --register events

            Finds what kpid would find, with the same words: a ledger that may be read tells what was reported before. \
            The exit code is 6 if anything would be refused. Where kpid would accept the file, nothing is sent all the \
            same: put it into the inbox for that.
            """)

    enum Output: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "A file: CSV, XLSX, JSON, NDJSON or YAML.")
    var file: String

    @Option(name: .customLong("as"), help: "The unit that will send it, as from its own folder.")
    var unit: String?

    @Option(help: "The register that it is an upload of.")
    var register: String?

    @Option(help: ArgumentHelp("The settings; other files lie beside them.", valueName: "file"))
    var config: String?

    @Option(name: [.short, .long], help: "Lines for people, or the receipt as kpid would write it.")
    var output = Output.text

    @OptionGroup var common: CommonOptions

    func run() throws {
        let sent = try SentFile(file)
        let catalog = try ChosenConfiguration.catalog(config)
        let facts = try KnownFacts.read(StatePath(common.stateDir), catalog)
        let line = ProgressLine(in: Speech.language(common.language))
        let intake = Intaker(IntakeContext(catalog, facts: facts), watcher: line?.watcher).take(
            file: register.map { "registers/\($0).\((sent.name as NSString).pathExtension)" } ?? sent.name,
            bytes: sent.bytes, receivedAt: Instant(Date()), reporter: try unit.map { try find($0, in: catalog) })
        let receipt = Receipt(intake, new: intake.rowCount, repeated: 0, zone: catalog.timetable.zone)
        switch output {
        case .text: print(receipt.text(in: Speech.language(common.language)), terminator: "")
        case .json: print(receipt.json, terminator: "")
        }
        guard intake.refused == 0, !intake.isRefusedWhole else {
            throw Failure(
                .refused, zh: "有 \(max(1, intake.refused)) 处会被退回：请改正后再报送。",
                en: "\(max(1, intake.refused)) would be refused: correct them before you send it.")
        }
    }

    private func find(_ name: String, in catalog: Catalog) throws -> UnitID {
        guard let index = catalog.units.index(named: name) else {
            throw Failure(.notFound, zh: "没有单位“\(name)”。", en: "there is no unit '\(name)'.")
        }
        return catalog.units.units[index].id
    }
}
