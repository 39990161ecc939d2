import ArgumentParser
import KPICore

struct UnmuteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unmute",
        abstract: "Take an acknowledgement, a silence or a maintenance back.",
        discussion: """
            Examples:
              kpictl acts
              kpictl unmute 7
            """)

    @Argument(help: ArgumentHelp("Its number, as kpictl acts shows it.", valueName: "act"))
    var id: Int64

    @OptionGroup var act: ActOptions

    func run() throws { try act.ask(for: .undo(id)) }
}
