import Foundation

/// The source tree this test was compiled from.
struct Project {
    let top: URL

    init() {
        var url = URL(fileURLWithPath: #filePath)
        for _ in "Tests/TidyTests/Reading/Project.swift".split(separator: "/") { url.deleteLastPathComponent() }
        top = url
    }

    /// Files that make a build or a check can leave behind; git ignores them, and so does the rule of the top level.
    private static let leavings: Set = ["Package.resolved"]

    func visibleTopLevel() throws -> Set<String> {
        let names = try FileManager.default.contentsOfDirectory(atPath: top.path)
        return Set(names.filter { !$0.hasPrefix(".") }).subtracting(Self.leavings)
    }

    /// Every file that people write: Swift anywhere, and the texts whose spaces have no meaning of their own.
    func files() throws -> [SourceFile] {
        let folders = ["Sources", "Tests", "rules", "config", "systemd", ".ci"]
        let paths = ["Package.swift"] + folders.flatMap(paths(below:))
        return try paths.filter(isWritten).sorted().map { path in
            let data = try Data(contentsOf: top.appendingPathComponent(path))
            return SourceFile(path: path, text: String(decoding: data, as: UTF8.self))
        }
    }

    private func paths(below folder: String) -> [String] {
        let url = top.appendingPathComponent(folder)
        guard let names = FileManager.default.enumerator(atPath: url.path) else { return [] }
        return names.compactMap { $0 as? String }.map { "\(folder)/\($0)" }
    }

    /// Data and fixtures below `Tests` are what they are: a mistake in them may be the point.
    private func isWritten(_ path: String) -> Bool {
        let properties = try? top.appendingPathComponent(path).resourceValues(forKeys: [.isRegularFileKey])
        guard properties?.isRegularFile == true else { return false }
        return path.hasSuffix(".swift") || [".ci/", "systemd/", "rules/", "config/"].contains(where: path.hasPrefix)
    }
}
