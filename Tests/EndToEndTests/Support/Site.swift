import Foundation
import Glibc
import TestServers

/// An installation of one test: a copy of the configuration and a state directory, gone when the test is over.
final class Site {
    let folder: String
    let state: String

    /// - Parameter origin: the folder whose configuration it has; left out, what kpid comes with.
    init(of origin: URL = Place.package) throws {
        folder = FileManager.default.temporaryDirectory.path + "/kpid-e2e-\(UUID().uuidString)"
        state = folder + "/state"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for part in ["config", "rules"] {
            try FileManager.default.copyItem(
                atPath: origin.appendingPathComponent(part).path, toPath: "\(folder)/\(part)")
        }
    }

    /// Another site in the same state.
    init(copying other: Site) throws {
        folder = FileManager.default.temporaryDirectory.path + "/kpid-e2e-\(UUID().uuidString)"
        state = folder + "/state"
        try FileManager.default.copyItem(atPath: other.folder, toPath: folder)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    var config: String { folder + "/config/kpid.yaml" }

    // MARK: Files

    func read(_ name: String) throws -> String { try String(contentsOfFile: "\(state)/\(name)", encoding: .utf8) }

    func json(_ name: String) throws -> Json { try Json(read(name)) }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(state)/\(name)") }

    /// Every path below a folder of the state directory.
    func listing(_ name: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: "\(state)/\(name)").sorted()
    }

    /// Drops a file into the inbox as programs should: under a hidden name first.
    func drop(_ text: String, as name: String) throws {
        let path = "\(state)/inbox/\(name)"
        let parent = (path as NSString).deletingLastPathComponent
        if !FileManager.default.fileExists(atPath: parent) {
            try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        }
        let hidden = "\(parent)/.upload-\(UUID().uuidString)"
        try Data(text.utf8).write(to: URL(fileURLWithPath: hidden))
        guard unsafe rename(hidden, path) == 0 else { throw Failure("cannot drop \(name)") }
    }

    /// Drops files of the seed, by their paths below it; a register keeps its folder.
    func dropSeed(_ names: [String]) throws {
        for name in names {
            let text = try Self.seed(name)
            let isRegister = name.hasPrefix("registers/")
            try drop(text, as: isRegister ? name : (name as NSString).lastPathComponent)
        }
    }

    static func seed(_ name: String) throws -> String {
        try String(contentsOf: Place.seed.appendingPathComponent(name), encoding: .utf8)
    }

    static let reports = (1...9).map { "reports/clean/2021-0\($0).csv" }
    static let registers = [
        "agreements", "events", "links", "measures16", "meetings", "milestones", "needs", "societies", "stations",
    ].map { "registers/\($0).csv" }

    /// Changes a file of the configuration, by its path below the site's folder; what is to be replaced must be there.
    func edit(_ name: String, _ old: String, to new: String) throws {
        let url = URL(fileURLWithPath: "\(folder)/\(name)")
        let text = try String(contentsOf: url, encoding: .utf8)
        guard text.contains(old) else { throw Failure("\(name) does not hold '\(old)'") }
        try Data(text.replacingOccurrences(of: old, with: new).utf8).write(to: url)
    }

    /// A file of the configuration, by its path below the site's folder.
    func configuration(_ name: String) throws -> String {
        try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    }

    /// Leaves one file of targets and one year of the calendar, for tests that start kpid very often.
    func keep(targets name: String) throws {
        for (part, kept) in [("targets", name), ("calendars", "china-2021.yaml")] {
            let folder = "\(folder)/config/\(part)"
            for file in try FileManager.default.contentsOfDirectory(atPath: folder) where file != kept {
                try FileManager.default.removeItem(atPath: "\(folder)/\(file)")
            }
        }
        try? FileManager.default.removeItem(atPath: "\(folder)/config/mappings.yaml")  // it names other targets
    }

    /// Leaves out who is told, for tests that count what is written.
    func tellNobody() throws { try FileManager.default.removeItem(atPath: "\(folder)/config/notify.yaml") }

    // MARK: Programs

    /// One round with `--once`.
    @discardableResult
    func once(
        asOf: String? = nil, environment: [String: String] = [:], expecting exit: Program.Exit? = .code(0)
    ) async throws -> (exit: Program.Exit, said: String) {
        let program = try kpid(["--once"] + (asOf.map { ["--as-of", $0] } ?? []), environment: environment)
        let end = try await program.end()
        if let exit, end != exit { throw Failure("kpid --once ended with \(end): \(program.said)") }
        return (end, program.said)
    }

    /// Runs `kpictl` to its end.
    ///
    /// - Parameter isStateless: the command knows no state directory.
    func kpictl(
        _ arguments: [String], environment: [String: String] = [:], isStateless: Bool = false
    ) async throws -> (exit: Program.Exit, said: String) {
        let program = try Program(
            "kpictl", arguments + (isStateless ? [] : ["--state-dir", state]), environment: environment,
            transcript: "\(folder)/log-\(UUID().uuidString)")
        let exit = try await program.end()
        return (exit, program.said)
    }

    /// - Parameter isWeak: without root's power to write where the mode of a folder forbids it.
    func kpid(
        _ arguments: [String], environment: [String: String] = [:], isWeak: Bool = false
    ) throws -> Program {
        let all = ["run", "--config", config, "--state-dir", state] + arguments
        let transcript = "\(folder)/log-\(UUID().uuidString)"
        guard isWeak, geteuid() == 0 else {
            return try Program("kpid", all, environment: environment, transcript: transcript)
        }
        let without = ["--inh-caps=-all", "--bounding-set=-all", Place.program("kpid")]
        return try Program("/usr/bin/setpriv", without + all, environment: environment, transcript: transcript)
    }
}
