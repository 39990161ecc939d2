import ArgumentParser

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Make targets and reports of what others have published.",
        subcommands: [ImportOpenSDGCommand.self])
}
