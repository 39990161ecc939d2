import Diagnostics
import Foundation

@testable import KPIConfiguration

/// A configuration in a folder of its own, right as it stands, to be spoiled file by file.
final class Depot {
    private let folder: URL

    private static let fixture: URL = {
        var url = URL(filePath: #filePath)
        for _ in "KPIConfigurationTests/Loading/Depot.swift".split(separator: "/") { url.deleteLastPathComponent() }
        return url.appending(path: "Fixtures/depot")
    }()

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "depot-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        for part in ["config", "rules"] {
            try FileManager.default.copyItem(at: Self.fixture.appending(path: part), to: folder.appending(path: part))
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    struct NotThere: Error {
        let text: String
    }

    /// Puts one text in place of another, which has to be there.
    func replace(_ text: String, with other: String, in file: String) throws {
        let url = folder.appending(path: file)
        let before = try String(contentsOf: url, encoding: .utf8)
        guard before.contains(text) else { throw NotThere(text: text) }
        try Data(before.replacing(text, with: other).utf8).write(to: url)
    }

    func write(_ text: String, to file: String) throws { try Data(text.utf8).write(to: folder.appending(path: file)) }

    func remove(_ file: String) throws { try FileManager.default.removeItem(at: folder.appending(path: file)) }

    var path: String { folder.appending(path: "config/kpid.yaml").path }

    func load() -> (configuration: Configuration?, diagnostics: [Diagnostic]) { ConfigurationLoader.load(path: path) }

    /// What somebody reads who loads it, with the files named as seen from its folder.
    func told() -> String {
        DiagnosticRenderer().render(load().diagnostics).replacing(folder.path + "/", with: "")
    }

    /// What is expected to be told of a mistake; see ``Golden`` for how it is rewritten.
    static func expected(_ name: String, told: String) throws -> String {
        let file = fixture.appending(path: "mistakes/\(name).txt")
        if ProcessInfo.processInfo.environment["KPID_REWRITE_GOLDEN"] != nil { try Data(told.utf8).write(to: file) }
        return String(decoding: (try? Data(contentsOf: file)) ?? Data(), as: UTF8.self)
    }
}
