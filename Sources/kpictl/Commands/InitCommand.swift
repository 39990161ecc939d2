import ArgumentParser
import CEL
import Foundation
import KPIConfiguration
import KPICore

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write a small configuration to begin with.",
        discussion: """
            Examples:
              kpictl init
              kpictl init ~/targets --language zh

            Writes commented files into 'config' and 'rules' below the directory: a count, a ratio and a milestone, with \
            the units, registers, light policies and rules that they need, and who is told of alerts. Nothing that is \
            there is overwritten.
            """)

    @Argument(help: ArgumentHelp("Where to write; made if it is not there.", valueName: "dir"))
    var directory = "."

    @Option(help: "zh or en; default: that of the locale.")
    var language: Language?

    func run() throws {
        let language = Speech.language(language)
        let zone = FirstConfiguration.localZone
        let clocks = Timetable(zone: ZoneFiles.zone(zone) ?? .utc, calendar: WorkCalendar(name: ""))
        let today = clocks.date(of: Instant(Date()))
        let files = FirstConfiguration(today: today, zone: zone).files(in: language)
        try refuseToOverwrite()
        do {
            for file in files { try write(file) }
        } catch {
            // Half a configuration would stand in the way of the next try; none of this was here before.
            for name in Self.folders { try? FileManager.default.removeItem(atPath: path(name)) }
            throw error
        }
        print(summary(files, language))
    }

    private func path(_ name: String) -> String { directory == "." ? name : "\(directory)/\(name)" }

    private static let folders = ["config", "rules"]

    private func refuseToOverwrite() throws {
        for name in Self.folders where FileManager.default.fileExists(atPath: path(name)) {
            throw Failure(
                .failure, zh: "已有 \(path(name))，没有写入任何文件：请另选一个目录，如 kpictl init 新目录。",
                en:
                    "\(path(name)) is there already, and nothing was written: choose another directory, as in kpictl init NEW."
            )
        }
    }

    private func write(_ file: FirstConfiguration.File) throws {
        let url = URL(fileURLWithPath: path(file.path))
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.text.utf8).write(to: url, options: .withoutOverwriting)
        } catch {
            throw Failure(
                .failure, zh: "无法写入 \(path(file.path))：\(error.localizedDescription)",
                en: "\(path(file.path)) cannot be written: \(error.localizedDescription)")
        }
    }

    private func summary(_ files: [FirstConfiguration.File], _ language: Language) -> String {
        let list = files.map { "  " + path($0.path) }.joined(separator: "\n")
        let config = path("config/kpid.yaml")
        let state = path("state")
        let next = """
              kpictl check --config \(config)
              kpid run --config \(config) --state-dir \(state) --once
              kpictl status --state-dir \(state)
            """
        return language == .zh
            ? "已写入\n\(list)\n\n改成自己的内容，然后\n\(next)"
            : "wrote\n\(list)\n\nMake them your own, then\n\(next)"
    }
}
