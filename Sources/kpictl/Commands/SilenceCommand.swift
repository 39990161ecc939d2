import ArgumentParser
import KPICore

struct SilenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "silence",
        abstract: "For some time, tell nobody of the alerts that match.",
        discussion: """
            Examples:
              kpictl silence unit=任城区 'severity!=critical' --for 3d --comment '系统迁移'
              kpictl silence target='talent.*' --for '2 working days' --comment 'figures are being recounted' --dry-run
              kpictl silence rule=behind-plan --from 2021-10-01 --until 2021-10-07 --comment '国庆'

            A condition is FIELD=VALUE[,VALUE...] or FIELD!=VALUE; the fields are \
            \(Matchers.Field.allCases.map(\.rawValue).joined(separator: ", ")). A unit stands for those below it too, \
            and * for any letters. All conditions must hold. Alerts go on as they are; only nobody is told.
            """)

    @Argument(help: "Which alerts.")
    var matcher: [String]

    @Option(help: ArgumentHelp("When it begins; default: now.", valueName: "time"))
    var from: String?

    @OptionGroup var span: SpanOptions
    @OptionGroup var act: ActOptions

    func run() throws {
        try act.ask(for: .silence(matcher, ActSpan(from: from, until: span.until, for: span.delay)))
    }
}
