import ArgumentParser
import KPICore

struct ReloadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reload",
        abstract: "Have kpid read its configuration anew.",
        discussion: """
            Examples:
              kpictl reload

            With a mistake in it the old configuration goes on, every mistake is told with its place, and the exit \
            code is 1. The same as systemctl reload kpid, for every member of the group kpid.
            """)

    @Option(name: [.short, .long], help: "Lines for people, or JSON as kpid answered it.")
    var output = ActOptions.Output.text

    @OptionGroup var common: CommonOptions

    func run() throws {
        let daemon = RunningDaemon(StatePath(common.stateDir))
        let reply = try daemon.reply("POST", "reload", nil)
        guard let reload = reply.document["reload"] else { throw Failure(reply) }
        if output == .json { print(reply.document.pretty, terminator: "") }
        let words = ActWords(language: Speech.language(common.language))
        guard reload["ok"] == .bool(true) else {
            let mistakes = words.list(reload["mistakes"])
            if output == .text { mistakes.map { line($0, words) }.forEach(StandardError.write) }
            throw Failure(
                .failure, zh: "\(mistakes.count) 处错误，原来的配置继续生效。",
                en: "\(mistakes.count) \(mistakes.count == 1 ? "mistake" : "mistakes"); the old configuration goes on.")
        }
        if output == .text { print(words.say("配置已重新加载。", "the configuration was reloaded.")) }
    }

    /// `rules/pace.yaml:14:18: error: unknown name 'pace_ration' [unknown-name]`
    private func line(_ mistake: JSON, _ words: ActWords) -> String {
        let place = [mistake["line"], mistake["column"]].filter { $0?.double != nil }.map { ":" + words.number($0) }
        let (file, message, id) = (
            words.text(mistake["file"]), words.text(mistake["message"]), words.text(mistake["id"])
        )
        return "\(file)\(place.joined()): error: \(message) [\(id)]"
    }
}
