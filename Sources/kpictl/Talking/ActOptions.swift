import ArgumentParser
import KPICore

/// What every command has that asks the daemon for an act.
struct ActOptions: ParsableArguments {
    @Flag(help: "Only show what it would do now.")
    var dryRun = false

    @Option(help: "Why; others read it.")
    var comment: String?

    @Option(name: [.short, .long], help: "Lines for people, or JSON as kpid answered it.")
    var output = Output.text

    @OptionGroup var common: CommonOptions

    enum Output: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    func ask(for deed: DeedRequest) throws {
        let request = ActRequest(deed, comment: comment ?? "", isDryRun: dryRun)
        let document = try RunningDaemon(StatePath(common.stateDir)).post("acts", request.json)
        let answer = ActAnswer(document: document, words: ActWords(language: Speech.language(common.language)))
        switch output {
        case .json: print(document.pretty, terminator: "")
        case .text:
            print(answer.text)
            answer.warnings.forEach(StandardError.write)
        }
    }
}
