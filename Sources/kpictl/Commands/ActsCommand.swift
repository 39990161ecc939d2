import ArgumentParser
import KPICore

struct ActsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "acts",
        abstract: "What is acknowledged, silenced or in maintenance, by whom, and until when.",
        discussion: """
            Examples:
              kpictl acts
              kpictl acts --all -o json
            """)

    @Flag(help: "Those that are over or were taken back, too.")
    var all = false

    @Option(name: [.short, .long], help: "Lines for people, or JSON as kpid answered it.")
    var output = ActOptions.Output.text

    @OptionGroup var common: CommonOptions

    func run() throws {
        let document = try RunningDaemon(StatePath(common.stateDir)).get(all ? "acts?all=true" : "acts")
        let words = ActWords(language: Speech.language(common.language))
        switch output {
        case .json: print(document.pretty, terminator: "")
        case .text: print(ActList(document: document, words: words).text)
        }
    }
}
