import ArgumentParser
import KPICore

/// Until when; the daemon reads the words, since it knows the organisation's clock and calendar.
struct SpanOptions: ParsableArguments {
    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("How long: 12h, 3d, '5 working days'.", valueName: "delay"))
    var delay: String?

    @Option(
        help: ArgumentHelp(
            "Until when: 2021-12-31 (through that day), '2021-12-31 17:00', or RFC 3339.", valueName: "time"))
    var until: String?
}
