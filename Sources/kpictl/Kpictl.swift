import ArgumentParser
import Foundation
import KPICore

/// The command that people use beside the daemon. Status, checks and reports work from files, so they need no running
/// daemon; what is done about alerts is asked of it.
@main
struct Kpictl: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kpictl",
        abstract: "See how targets stand, check a configuration, send a report, see to alerts.",
        discussion: """
            Examples:
              kpictl                             how everything stands
              kpictl status talent.recruits      one target at length, unit by unit
              kpictl history talent.recruits     what happened to its alerts, and who was told
              kpictl init                        a small configuration to begin with
              kpictl check                       every mistake in the configuration, with its place
              kpictl notify render behind-plan   a rule's notices as people would read them
              kpictl report talent.recruits 3 --unit 任城区 --period 2021-10
              kpictl template 任城区 2021-10 -o 任城区.xlsx   the sheet that a unit fills in
              kpictl lint-report 任城区.xlsx      what kpid would find in it
              kpictl retract talent.recruits --unit 任城区 --period 2021-10 --reason 重复
              kpictl alerts                      what is amiss, and who knows of it
              kpictl ack talent.recruits/370831  you know of an alert and see to it
              kpictl silence unit=任城区 --for 3d --comment '系统迁移' --dry-run
              kpictl unmute 7                    take that back
              kpictl notify test post            whether a channel works

            \(Ending.table)
            """,
        version: "kpictl \(Version.text)",
        subcommands: [
            StatusCommand.self, AlertsCommand.self, HistoryCommand.self, AckCommand.self, SilenceCommand.self,
            MuteCommand.self, UnmuteCommand.self, ActsCommand.self, InitCommand.self, CheckCommand.self,
            ReloadCommand.self, ReportCommand.self, LintReportCommand.self, TemplateCommand.self, RetractCommand.self,
            RegisterCommand.self, ImportCommand.self, NotifyCommand.self, VersionCommand.self,
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
