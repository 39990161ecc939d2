import ArgumentParser
import Foundation
import KPICore

/// The command that people use beside the daemon. It works from files, so it needs no running daemon to be of use.
@main
struct Kpictl: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kpictl",
        abstract: "See how targets stand, check a configuration, send a report.",
        discussion: """
            Examples:
              kpictl                             how everything stands
              kpictl status talent.recruits      one target at length, unit by unit
              kpictl history talent.recruits     what happened to its alerts, and who was told
              kpictl init                        a small configuration to begin with
              kpictl check                       every mistake in the configuration, with its place
              kpictl report talent.recruits 3 --unit 任城区 --period 2021-10

            \(Ending.table)
            """,
        version: "kpictl \(Version.text)",
        subcommands: [
            StatusCommand.self, HistoryCommand.self, InitCommand.self, CheckCommand.self, ReportCommand.self,
            VersionCommand.self,
        ],
        defaultSubcommand: StatusCommand.self)

    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let failure as Failure {
            failure.tell(in: Speech.language(asked: CommandLine.arguments))
            Foundation.exit(failure.ending.rawValue)
        } catch {
            end(with: error)
        }
    }

    /// What the argument parser has to say: help and versions are no mistakes; the rest is one of usage.
    private static func end(with error: any Error) -> Never {
        let code = exitCode(for: error)
        if code == .success || code != .validationFailure { exit(withError: error) }
        StandardError.write(fullMessage(for: error))
        Foundation.exit(Ending.usage.rawValue)
    }
}
