import ArgumentParser
import Foundation
import KPICore
import KPIIngest

struct TemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: "Write the sheet that a unit fills in for a period.",
        discussion: """
            Examples:
              kpictl template 任城区 2021-09 -o 任城区-2021-09.xlsx
              kpictl template 370811 2021-09 > 2021-09.csv
              kpictl template HQ 2021Q3 --language en -o hq.csv

            A row for each figure that is asked of the unit, and a place for its value. CSV with a byte-order mark, so \
            that spreadsheets read it rightly, or XLSX, as the name says. Filled in, it goes into the inbox as it is.
            """)

    @Argument(help: "The unit's id, name or alias.")
    var unit: String

    @Argument(help: "What it will be about: 2021-10, 2021Q4, 2021H2, 2021.")
    var period: String

    @Option(name: [.short, .long], help: ArgumentHelp("Where to; default: CSV to the terminal.", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("The settings; other files lie beside them.", valueName: "file"))
    var config: String?

    @Option(help: "zh or en; default: that of the locale.")
    var language: Language?

    func run() throws {
        guard let period = Period(period) else {
            throw Failure(
                .usage, zh: "“\(period)”不是期间：请写成2021-10、2021Q4、2021H2或2021。",
                en: "'\(period)' is no period, such as 2021-10, 2021Q4, 2021H2 or 2021.")
        }
        let catalog = try ChosenConfiguration.catalog(config)
        guard let index = catalog.units.index(named: unit) else {
            throw Failure(.notFound, zh: "没有单位“\(unit)”。", en: "there is no unit '\(unit)'.")
        }
        let sheet = BlankSheet(for: catalog.units.units[index], period, catalog, in: Speech.language(language))
        guard let sheet else {
            throw Failure(
                .notFound, zh: "\(period) 没有要求 \(unit) 报送的指标。", en: "nothing is asked of \(unit) for \(period).")
        }
        guard let output else { return print(sheet.csv, terminator: "") }
        try NewFile.write(output.lowercased().hasSuffix(".xlsx") ? sheet.workbook() : Array(sheet.csv.utf8), to: output)
    }
}
