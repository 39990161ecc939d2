import ArgumentParser
import KPICore

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run the daemon, or one round of it.",
        discussion: """
            Examples:
              kpid run --config /etc/kpid/config/kpid.yaml
              kpid run --config config/kpid.yaml --state-dir /tmp/kpid --once --as-of 2021-10-15T09:00:00+08:00

            The state directory is --state-dir, else $STATE_DIRECTORY, else $XDG_STATE_HOME/kpid, else
            ~/.local/state/kpid.
            """)

    @Option(help: ArgumentHelp("The settings; other files lie beside them.", valueName: "file"))
    var config: String

    @Option(help: ArgumentHelp("Where the inbox, the ledger and the status files are.", valueName: "dir"))
    var stateDir: String?

    @Flag(help: "Take what lies in the inbox, evaluate, write the files, and exit.")
    var once = false

    @Option(help: ArgumentHelp("With --once: evaluate as things were known at this moment.", valueName: "time"))
    var asOf: String?

    func validate() throws {
        if asOf != nil, !once { throw ValidationError("--as-of goes with --once") }
        _ = try moment()
    }

    func run() async throws {
        let daemon = try Daemon(config: config, stateDirectory: StatePath.choose(stateDir))
        if once {
            try await daemon.runOnce(asOf: try moment())
        } else {
            try await daemon.run()
        }
    }

    private func moment() throws -> Instant? {
        guard let asOf else { return nil }
        if let instant = Instant(asOf) {
            if let year = Int(asOf.prefix(4)), (1900...2200).contains(year) { return instant }
            throw ValidationError("'\(asOf)' lies outside the years 1900 to 2200")
        }
        throw ValidationError("'\(asOf)' is not a time with an offset, such as 2021-10-15T09:00:00+08:00")
    }
}
