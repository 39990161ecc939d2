import Foundation

/// Files of the illustrative year that the project is tested on.
enum Fixture {
    static let cleanMonths = (1...9).map { "2021-0\($0)" }

    static func bytes(_ path: String, here: String = #filePath) throws -> [UInt8] {
        let tests = here.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        return Array(try Data(contentsOf: URL(fileURLWithPath: "\(tests)/Fixtures/seed/\(path)")))
    }
}
