import ArgumentParser
import KPICore

struct NotifyTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Have kpid send a test over a channel.",
        discussion: """
            Examples:
              kpictl notify test post

            Everybody gets it who is told over that channel. What the receiver answered is shown; where one refuses, that \
            is told, nobody after them is asked, and the exit code is 1. The running kpid sends, with the configuration \
            it has loaded: after a change, kpictl reload first.
            """)

    @Argument(help: ArgumentHelp("The channel's name in notify.yaml.", valueName: "channel"))
    var channel: String

    @Option(name: [.short, .long], help: "Lines for people, or JSON as kpid answered it.")
    var output = ActOptions.Output.text

    @OptionGroup var common: CommonOptions

    func run() throws {
        let daemon = RunningDaemon(StatePath(common.stateDir))
        let answer = try daemon.post("channels/\(channel.asPathComponent)/test", .object([]))
        if output == .json { print(answer.pretty, terminator: "") }
        guard answer["delivered"] == .bool(true) else { throw refusal(answer) }
        guard output == .text else { return }
        let words = ActWords(language: Speech.language(common.language))
        let receipt = words.text(answer["receipt"])
        print(
            words.say("通道“\(channel)”可用", "the channel '\(channel)' works")
                + (receipt.isEmpty ? words.say("。", ".") : words.say("：\(receipt)", ": \(receipt)")))
    }

    private func refusal(_ answer: JSON) -> Failure {
        func reason(_ language: Language) -> String {
            ActWords(language: language).message(answer["reason"])
        }
        let isTemporary = answer["temporary"] == .bool(true)
        return Failure(
            .failure, zh: "通道“\(channel)”不可用\(isTemporary ? "（暂时）" : "")：\(reason(.zh))",
            en: "the channel '\(channel)' does not work\(isTemporary ? " for now" : ""): \(reason(.en))")
    }
}

extension String {
    /// As one component of a path in a URL, whatever it holds.
    fileprivate var asPathComponent: String {
        utf8.reduce(into: "") { text, byte in
            let scalar = Unicode.Scalar(byte)
            switch scalar {
            case "A"..."Z", "a"..."z", "0"..."9", "-", ".", "_", "~": text.unicodeScalars.append(scalar)
            default: text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
    }
}
