import Foundation

/// Where the tests find what they run and what they feed it.
enum Place {
    /// The package's top folder.
    static let package: URL = {
        var url = URL(fileURLWithPath: #filePath)
        for _ in "Tests/EndToEndTests/Support/Place.swift".split(separator: "/") { url.deleteLastPathComponent() }
        return url
    }()

    static let seed = package.appendingPathComponent("Tests/Fixtures/seed")

    /// One of the built programs; they lie beside the test bundle.
    static func program(_ name: String) -> String {
        URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent(name).path
    }
}
