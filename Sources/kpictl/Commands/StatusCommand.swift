import ArgumentParser
import Foundation
import KPICore

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "How the targets stand, who has not reported, and how kpid is.",
        discussion: """
            Examples:
              kpictl status
              kpictl status talent.recruits
              kpictl status -o json | jq '.targets[] | {id, light}'
              kpictl status --state-dir /tmp/kpid --language zh --width 120

            Reads the files that kpid writes, so it works when kpid is down, and then says how old they are. The \
            directory is --state-dir, else $KPID_STATE_DIR, else /var/lib/kpid if a status is there, else \
            $XDG_STATE_HOME/kpid, else ~/.local/state/kpid. NO_COLOR and CLICOLOR_FORCE are respected.
            """)

    enum Output: String, ExpressibleByArgument, CaseIterable {
        case table, json
    }

    @Argument(help: "A target's id or label: show it at length.")
    var target: String?

    @Option(name: [.short, .long], help: "A table for people, or JSON as kpid wrote it.")
    var output = Output.table

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("Columns to use; default: those of the terminal.", valueName: "columns"))
    var width: Int?

    @Flag(help: "Draw with ASCII signs only.")
    var ascii = false

    func validate() throws {
        if let width, width < 1 { throw ValidationError("--width is a number of columns, such as 120") }
    }

    func run() throws {
        let state = StatePath(common.stateDir)
        let files = try StatusFiles(state)
        let chosen = try target.map { try TargetChoice.find($0, in: files.document) }
        switch output {
        case .json:
            FileHandle.standardOutput.write(chosen.map { Data($0.json.pretty.utf8) } ?? files.text)
        case .table:
            let text = table(files, of: chosen?.whole.id, state)
            FileHandle.standardOutput.write(Data(text.utf8))
        }
    }

    private func table(_ files: StatusFiles, of id: String?, _ state: StatePath) -> String {
        let terminal = Terminal.standardOutput
        let now = Instant(Date())
        let source = StatusSource(life: state.life(at: now), written: files.written, now: now)
        let look = TableLook(
            language: Speech.language(common.language), width: width ?? terminal.width, colour: terminal.hasColour,
            unicode: terminal.hasUnicode && !ascii, now: isLookingBack(files) ? nil : now)
        let detail = id.flatMap { id in
            TargetDetail(of: id, in: files.document, alerts: files.alerts, source: source, look)
        }
        return detail?.text ?? StatusTable(files.document, alerts: files.alerts, source: source, look).text
    }

    /// A status that was made about another time than that of its making: how long ago its moments are from today
    /// means nothing then.
    private func isLookingBack(_ files: StatusFiles) -> Bool {
        guard let asOf = Instant(files.document.asOf) else { return false }
        return abs(files.written.seconds - asOf.seconds) > 86_400
    }
}
