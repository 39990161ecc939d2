import ArgumentParser
import Foundation
import KPICore
import KPIIngest

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Send one figure to kpid, as a file in its inbox.",
        discussion: """
            Examples:
              kpictl report talent.recruits 3 --unit 任城区 --period 2021-10
              kpictl report contest.cases 数十 --unit HQ --period 2021-12 --note 原文
              kpictl report stock 130余 --unit HQ --period 2021Q4 --form cumulative
              kpictl report talent.recruits 4 --unit 任城区 --period 2021-10 --revision 2

            Waits for kpid's receipt and tells what became of it. When kpid is not running the file stays in the \
            inbox and is taken when it runs.
            """)

    @Argument(help: "The target's id or label.")
    var target: String

    @Argument(help: "The figure, as people write it: 3, 1,200, 1.5万, 130余, 96%.")
    var value: String

    @Option(help: "The unit that reports: its id, name or alias.")
    var unit: String

    @Option(help: "What it is about: 2021-10, 2021Q4, 2021H2, 2021, 2021-W40 or 2021-10-08.")
    var period: String

    @Option(help: "delta, cumulative or level; default: as the target says.")
    var form: Form?

    @Option(help: "2 or more to replace an earlier report of the same period.")
    var revision: Int?

    @Option(help: "With --denominator: the parts of a ratio.")
    var numerator: String?

    @Option(help: "With --numerator: the parts of a ratio.")
    var denominator: String?

    @Option(help: "Why, or where the figure is from.")
    var note: String?

    @Option(help: "A file or address that shows it.")
    var evidence: String?

    @OptionGroup var options: SendingOptions

    func validate() throws {
        if Period(period) == nil {
            throw ValidationError("'\(period)' is not a period, such as 2021-10, 2021Q4, 2021H2 or 2021")
        }
        if (numerator == nil) != (denominator == nil) {
            throw ValidationError("--numerator and --denominator go together")
        }
        if let revision, revision < 1 { throw ValidationError("--revision is a number from 1") }
    }

    func run() throws {
        let sending = options.sending
        let known = try (try? StatusFiles(sending.state)).map { try TargetChoice.find(target, in: $0.document) }
        let figure = "\(target) \(unit) \(period) = \(value)"
        try sending.send(
            sheet(known).csv, done: Label(zh: "已接收：\(figure)", en: "accepted: \(figure)"),
            known: Label(zh: "此前已有相同的报送：\(figure)", en: "known already: \(figure)"))
    }

    private func sheet(_ known: TargetStatus?) -> ReportSheet {
        let cells: [ReportColumn: String?] = [
            .target: known?.whole.id ?? target, .unit: unit, .period: period, .form: form?.rawValue, .value: value,
            .numerator: numerator, .denominator: denominator, .measureUnit: known?.unitOfMeasure,
            .revision: revision.map(String.init), .evidence: evidence, .note: note,
        ]
        var sheet = ReportSheet()
        sheet.add(options.cells.merging(cells.compactMapValues(\.self)) { $1 })
        return sheet
    }
}

extension Form: ExpressibleByArgument {}
