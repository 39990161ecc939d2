import Foundation

/// Files of this repository, found from where this file was compiled.
enum Repository {
    static let top: URL = {
        var url = URL(filePath: #filePath)
        for _ in "Tests/SeedTests/Repository.swift".split(separator: "/") { url.deleteLastPathComponent() }
        return url
    }()

    static func path(_ path: String) -> String { top.appending(path: path).path }

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: top.appending(path: path)))
    }

    static func text(_ path: String) throws -> String {
        String(decoding: try bytes(path), as: UTF8.self)
    }
}
