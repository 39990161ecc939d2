import ArgumentParser

struct RegisterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "What an upload would change in a register, and how an entity came to be as it is.",
        subcommands: [RegisterDiffCommand.self, RegisterHistoryCommand.self])
}
