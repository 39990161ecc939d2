import ArgumentParser

struct NotifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notify", abstract: "See what people are told.", subcommands: [NotifyRenderCommand.self])
}
