import ArgumentParser
import Foundation
import KPICore
import KPIIngest

struct ImportOpenSDGCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "opensdg",
        abstract: "Make targets and reports of an Open SDG site.",
        discussion: """
            Examples:
              kpictl import opensdg ~/sdg-data --unit HQ --into /tmp/sdg
              cp /tmp/sdg/open-sdg.yaml config/targets/ && cp /tmp/sdg/open-sdg.csv /var/lib/kpid/inbox/

            DIR holds meta/ID.md, with the settings of progress_calculation_options in its front matter, and \
            data/indicator_ID.csv; labels.csv beside them, with the columns key and label, may translate keys. Writes \
            open-sdg.yaml, targets judged by growth (method: sdg-cagr), and open-sdg.csv, a report of their figures.
            """)

    @Argument(help: "The site's repository of data.")
    var dir: String

    @Option(help: "The id of the unit that reports the figures.")
    var unit: String

    @Option(help: ArgumentHelp("Where the two files are written.", valueName: "dir"))
    var into = "."

    @Option(help: "The heading under which the targets stand.")
    var section = "Open SDG"

    @Option(help: "zh or en; default: that of the locale.")
    var language: Language?

    func run() throws {
        let site = try OpenSDGSite(dir)
        let made = OpenSDGImport(
            site.sources, labels: site.labels, unit: UnitID(unit), section: section)
        let language = Speech.language(language)
        for remark in made.remarks { StandardError.write(remark[language]) }
        for (name, text) in [("open-sdg.yaml", made.targets), ("open-sdg.csv", made.reports)] {
            try NewFile.write(Array(text.utf8), to: "\(into)/\(name)")
        }
        print(
            language == .zh
                ? "\(site.sources.count) 个指标：\(into)/open-sdg.yaml 和 \(into)/open-sdg.csv"
                : "\(site.sources.count) indicators: \(into)/open-sdg.yaml and \(into)/open-sdg.csv")
    }
}
