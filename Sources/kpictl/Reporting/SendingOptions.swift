import ArgumentParser
import Foundation
import KPICore

/// What commands that send figures have in common.
struct SendingOptions: ParsableArguments {
    @Option(help: "Who sends it; default: the user.")
    var by: String?

    @Option(help: ArgumentHelp("How long to wait for the receipt.", valueName: "seconds"))
    var wait = 10

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if !(0...86_400).contains(wait) { throw ValidationError("--wait is a number of seconds up to a day") }
    }

    var sending: Sending {
        Sending(state: StatePath(common.stateDir), language: Speech.language(common.language), patience: wait)
    }

    /// The cells that say who sends a row, and when: RFC 3339 with the offset of this machine's zone.
    var cells: [ReportColumn: String] {
        let format = ISO8601DateFormatter()
        format.timeZone = .current
        return [.submittedAt: format.string(from: Date()), .submittedBy: by ?? NSUserName()]
    }
}
