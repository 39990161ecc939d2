import ArgumentParser
import KPICore

@main
struct Kpid: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kpid",
        abstract: "Tracks targets, judges them by rules, and writes status and alert files.",
        version: Version.text, subcommands: [RunCommand.self])
}
