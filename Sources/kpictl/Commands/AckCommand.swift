import ArgumentParser
import KPICore

struct AckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ack",
        abstract: "Say that you know of an alert and see to it.",
        discussion: """
            Examples:
              kpictl ack behind-plan/talent.recruits/370831 --comment '已联系县科协'
              kpictl ack talent.recruits/370831 --for '5 working days'
              kpictl ack talent.recruits/370831 --sticky --until 2021-12-31

            Reminders stop. It ends with the alert's episode, and when the alert becomes graver; with --sticky it goes \
            on through both, until its end.
            """)

    @Argument(help: "The alert's identity, or a part of it that no other open alert has.")
    var alert: String

    @Flag(help: "Go on when the alert becomes graver, and when it comes again.")
    var sticky = false

    @OptionGroup var span: SpanOptions
    @OptionGroup var act: ActOptions

    func run() throws {
        try act.ask(
            for: .acknowledge(alert: alert, isSticky: sticky, ActSpan(until: span.until, for: span.delay)))
    }
}
