import ArgumentParser
import KPICore

struct VersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "version", abstract: "The version of kpictl.")

    func run() {
        print("kpictl \(Version.text)")
    }
}
