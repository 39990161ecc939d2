import ArgumentParser
import Foundation
import KPICore
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

    @Option(help: "Who takes it back; default: the user.")
    var by: String?

    @Option(help: ArgumentHelp("How long to wait for the receipt.", valueName: "seconds"))
    var wait = 10

    @OptionGroup var common: CommonOptions

    func validate() throws {
        let figure = [target, unit, period]
        guard file == nil ? figure.allSatisfy({ $0 != nil }) : figure.allSatisfy({ $0 == nil }) else {
            throw ValidationError("name a figure by TARGET, --unit and --period, or a file by --file")
        }
        if let period, Period(period) == nil { throw ValidationError("'\(period)' is not a period, such as 2021-10") }
        if reason.allSatisfy(\.isWhitespace) { throw ValidationError("--reason says why; it may not be empty") }
        if !(0...86_400).contains(wait) { throw ValidationError("--wait is a number of seconds up to a day") }
    }

    func run() throws {
        let state = StatePath(common.stateDir)
        let rows = try file.map { try broughtBy($0, state) } ?? [row(state)]
        try Sending(state: state, language: Speech.language(common.language), patience: wait).send(
            ReportRow.text(rows), done: Label(zh: "已撤回 \(rows.count) 项。", en: "\(rows.count) taken back."),
            known: Label(zh: "此前已撤回。", en: "taken back already."))
    }

    private func row(_ state: StatePath) throws -> ReportRow {
        let known = try (try? StatusFiles(state)).map { try TargetChoice.find(target ?? "", in: $0.document) }
        return retraction(known?.whole.id ?? target ?? "", unit ?? "", period ?? "", part, form: "")
    }

    /// The figures that a file brought and that count.
    private func broughtBy(_ file: String, _ state: StatePath) throws -> [ReportRow] {
        let ledger = try LedgerFile(state).ledger
        do {
            let contents = try ledger.load(registers: [])
            let standing = try StandingFigures(contents).brought(by: file)
            return standing.map {
                retraction(
                    $0.key.target.text, $0.key.unit.text, $0.key.period.description, $0.key.disaggregation,
                    form: $0.form.rawValue)
            }
        } catch let error as LedgerError {
            throw LedgerFile.failure(error, state)
        }
    }

    private func retraction(
        _ target: String, _ unit: String, _ period: String, _ part: String, form: String
    ) -> ReportRow {
        ReportRow(
            indicator: target, unit: unit, period: period, form: form, value: "retract", numerator: "",
            denominator: "", measureUnit: "", revision: "", submittedAt: ReportRow.stamp(Date()),
            submittedBy: by ?? NSUserName(), evidence: "", note: reason, disaggregation: part)
    }
}
