import ArgumentParser
import KPICore

struct MuteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mute",
        abstract: "For some time, tell nobody of a unit and the units below it.",
        discussion: """
            Examples:
              kpictl mute 任城区 --for '5 working days' --comment '机构调整'
              kpictl mute 370811 --until '2021-12-31 17:00' --comment 'moving house' --dry-run
            """)

    @Argument(help: "The unit's id, label or alias.")
    var unit: String

    @Option(help: ArgumentHelp("When it begins; default: now.", valueName: "time"))
    var from: String?

    @OptionGroup var span: SpanOptions
    @OptionGroup var act: ActOptions

    func run() throws {
        try act.ask(for: .maintain(unit: unit, ActSpan(from: from, until: span.until, for: span.delay)))
    }
}
