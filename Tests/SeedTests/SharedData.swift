import Foundation
import Testing

/// Published data that lie beside this repository and are never part of it.
struct SharedData {
    let folder: URL

    init(_ name: String) {
        folder = Repository.real.deletingLastPathComponent().appending(path: "shared/\(name)")
    }

    static let progress = SharedData("statcan-cif")
    static let emergency = SharedData("nhs-ae")

    /// Where they are missing, CI runs all the same, and so fails; anybody else is told.
    var isToBeTested: Bool {
        FileManager.default.fileExists(atPath: folder.path) || ProcessInfo.processInfo.environment["CI"] == "true"
    }

    func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: path))) }

    func holds(_ path: String) -> Bool { FileManager.default.fileExists(atPath: folder.appending(path: path).path) }

    func lines<Line: Decodable>(_ path: String, of type: Line.Type) throws -> [Line] {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try bytes(path).split(separator: UInt8(ascii: "\n")).map { try decoder.decode(type, from: Data($0)) }
    }
}

extension Repository {
    /// The repository itself, where the folder that it was compiled in leads to it by links.
    static let real: URL = {
        var url = URL(filePath: #filePath).resolvingSymlinksInPath()
        for _ in "Tests/SeedTests/SharedData.swift".split(separator: "/") { url.deleteLastPathComponent() }
        return url
    }()
}

/// Whether two numbers are the same but for rounding on the way.
func agree(_ found: Double?, _ published: Double?) -> Bool {
    guard let found, let published else { return found == nil && published == nil }
    return abs(found - published) <= 1e-9 * max(abs(found), abs(published), 1e-12)
}
