import ArgumentParser
import Foundation
import KPICore
import KPIIngest
import KPIStore

struct RetractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retract",
        abstract: "Take back a figure, or all that a file brought.",
        discussion: """
            Examples:
              kpictl retract talent.recruits --unit 任城区 --period 2021-09 --reason 重复报送
              kpictl retract --file 2021-09.csv --reason '草稿误报'

            Nothing is deleted: a revision without a value follows the figure, and says why. A figure that was corrected \
            since the file came stays as it is. A register is taken back by uploading it as it should be.
            """)

    @Argument(help: "The target's id or label.")
    var target: String?

    @Option(help: "The unit whose figure it is: its id, name or alias.")
    var unit: String?

    @Option(help: "What it is about: 2021-10, 2021Q4, 2021H2 or 2021.")
    var period: String?

    @Option(help: "The part of the figure, where it has parts.")
    var part = ""

    @Option(help: "The file as it was called in the inbox, or the beginning of its sha256.")
    var file: String?

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var options: SendingOptions

    func validate() throws {
        let figure = [target, unit, period]
        guard file == nil ? figure.allSatisfy({ $0 != nil }) : figure.allSatisfy({ $0 == nil }) else {
            throw ValidationError("name a figure by TARGET, --unit and --period, or a file by --file")
        }
        if let period, Period(period) == nil { throw ValidationError("'\(period)' is not a period, such as 2021-10") }
        if reason.allSatisfy(\.isWhitespace) { throw ValidationError("--reason says why; it may not be empty") }
    }

    func run() throws {
        let sending = options.sending
        let figures = try file.map { try brought(by: $0, sending.state) } ?? [figure(sending.state)]
        var sheet = ReportSheet()
        for figure in figures {
            sheet.add(
                options.cells.merging(figure) { $1 }.merging([.value: "retract", .note: reason]) { $1 })
        }
        try sending.send(
            sheet.csv, done: Label(zh: "已撤回 \(figures.count) 项。", en: "\(figures.count) taken back."),
            known: Label(zh: "此前已撤回。", en: "taken back already."))
    }

    /// The cells that say which figure was named.
    private func figure(_ state: StatePath) throws -> [ReportColumn: String] {
        let known = try (try? StatusFiles(state)).map { try TargetChoice.find(target ?? "", in: $0.document) }
        return [
            .target: known?.whole.id ?? target ?? "", .unit: unit ?? "", .period: period ?? "", .disaggregation: part,
        ]
    }

    /// The figures that a file brought and that count.
    private func brought(by file: String, _ state: StatePath) throws -> [[ReportColumn: String]] {
        do {
            return try StandingFigures(LedgerFile(state).ledger).brought(by: file).map { figure in
                [
                    .target: figure.key.target.text, .unit: figure.key.unit.text,
                    .period: figure.key.period.description, .disaggregation: figure.key.disaggregation,
                    .form: figure.form.rawValue,
                ]
            }
        } catch let error as LedgerError {
            throw LedgerFile.failure(error, state)
        }
    }
}
