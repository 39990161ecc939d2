import ArgumentParser
import Diagnostics
import Foundation
import KPIConfiguration
import KPICore

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a configuration without loading it into kpid.",
        discussion: """
            Examples:
              kpictl check
              kpictl check --config config/kpid.yaml && systemctl reload kpid

            Tells every mistake in every file at once, each with its place and the way out, and exits with 1 if there \
            is any. Without --config it takes \(ChosenConfiguration.installed), or else \(ChosenConfiguration.local).
            """)

    @Option(help: ArgumentHelp("The settings; other files lie beside them.", valueName: "file"))
    var config: String?

    @Option(help: "zh or en; default: that of the locale.")
    var language: Language?

    func run() throws {
        let path = ChosenConfiguration.path(config)
        let (configuration, diagnostics) = ConfigurationLoader.load(path: path)
        let renderer = DiagnosticRenderer()
        // Notes are for the record, a line each; what has to be mended is shown with its place.
        for note in diagnostics where note.severity == .note { StandardError.write(renderer.headline(note) + "\n") }
        let mistakes = diagnostics.filter { $0.severity != .note }
        if !mistakes.isEmpty { StandardError.write(renderer.render(mistakes)) }
        let errors = diagnostics.count { $0.severity == .error }
        guard let configuration else { throw ChosenConfiguration.failure(path, errors: errors) }
        let warnings = diagnostics.count { $0.severity == .warning }
        print(summary(configuration.catalog, path, warnings: warnings))
    }

    private func summary(_ catalog: Catalog, _ path: String, warnings: Int) -> String {
        let (targets, rules) = (catalog.lineages.all.count, catalog.rules.count)
        let assumed = catalog.lineages.all.count { catalog[$0.id]?.assumed.isEmpty == false }
        switch Speech.language(language) {
        case .zh:
            return "\(path)：配置有效，\(targets) 个指标，\(rules) 条规则"
                + (assumed > 0 ? "，\(assumed) 个指标有未经确认的设定" : "") + (warnings > 0 ? "，\(warnings) 处警告" : "")
        case .en:
            return "\(path): valid, \(targets) targets, \(rules) rules"
                + (assumed > 0 ? ", \(assumed) targets with fields that nobody has confirmed" : "")
                + (warnings > 0 ? ", \(warnings) warnings" : "")
        }
    }
}
