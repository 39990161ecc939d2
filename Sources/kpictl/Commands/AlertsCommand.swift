import ArgumentParser
import KPICore

struct AlertsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts",
        abstract: "Open alerts, and what keeps people from being told of them.",
        discussion: """
            Examples:
              kpictl alerts
              kpictl alerts -o json | jq '.alerts[] | select(.suppressed_by == [])'
            """)

    @Option(name: [.short, .long], help: "Lines for people, or JSON as kpid answered it.")
    var output = ActOptions.Output.text

    @OptionGroup var common: CommonOptions

    func run() throws {
        let document = try RunningDaemon(StatePath(common.stateDir)).get("alerts")
        let words = ActWords(language: Speech.language(common.language))
        switch output {
        case .json: print(document.pretty, terminator: "")
        case .text: print(AlertList(document: document, words: words).text)
        }
    }
}
