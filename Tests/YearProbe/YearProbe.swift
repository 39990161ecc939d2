import KPICore
import KPIConfiguration
import KPIEngine
import KPIIngest
import KPINotify
import KPIStore
import Logging

/// One day in the year of a small organisation, on a simulated clock, with everything that writes: files taken in,
/// evaluation, acts, notices and their delivery. A test kills it at every write, and looks whether the same day, run
/// again, ends where it should.
@main
enum YearProbe {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let number = Int(arguments[3]) else {
            throw Mistake(words: "usage: YearProbe CONFIG STATE DAY")
        }
        guard let configuration = ConfigurationLoader.load(path: arguments[1]).configuration else {
            throw Mistake(words: "\(arguments[1]) is wrong")
        }
        let directory = StateDirectory(arguments[2])
        try directory.create()
        let lock = try InstanceLock(path: directory.lock)
        try await Day(number).pass(in: directory, configuration)
        withExtendedLifetime(lock) {}
    }

    struct Mistake: Error {
        let words: String
    }
}

extension Configuration {
    var edition: Edition {
        Edition(
            catalog: catalog, notifications: notifications, language: settings.language,
            evaluateEvery: settings.evaluateEvery, fingerprint: fingerprint)
    }
}
