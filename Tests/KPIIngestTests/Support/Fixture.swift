import Foundation

/// Files of the illustrative year that the project is tested on.
enum Fixture {
    static let cleanMonths = (1...9).map { "2021-0\($0)" }

    private static let folder: String = {
        let here = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return here.dropLast(3).joined(separator: "/") + "/Fixtures/seed"
    }()

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)")))
    }
}
