import Foundation
import Glibc
package import Testing

/// A program that a test runs and that Debian has. Where it is missing the test is skipped, and says how to have it;
/// in CI it fails.
package enum DebianProgram: String, Sendable {
    case alertmanager = "/usr/bin/prometheus-alertmanager"
    case aiosmtpd = "/usr/lib/python3/dist-packages/aiosmtpd/__init__.py"
    case openssl = "/usr/bin/openssl"

    package var isExpected: Bool {
        FileManager.default.fileExists(atPath: rawValue) || ProcessInfo.processInfo.environment["CI"] == "true"
    }

    package var package: String {
        switch self {
        case .alertmanager: "prometheus-alertmanager"
        case .aiosmtpd: "python3-aiosmtpd"
        case .openssl: "openssl"
        }
    }
}

extension Trait where Self == ConditionTrait {
    package static func needs(_ program: DebianProgram) -> Self {
        .enabled(if: program.isExpected, "apt-get install \(program.package)")
    }
}

/// A program that runs until nobody holds it any more.
package final class RunningProgram {
    private let process = Process()

    package init(_ path: String, _ arguments: [String], log: String) throws {
        try Data().write(to: URL(fileURLWithPath: log))
        let output = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        try process.run()
    }

    package var isRunning: Bool { process.isRunning }

    package func stop() {
        guard process.isRunning else { return }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    deinit {
        stop()
    }

    /// Runs a program to its end, which must be a good one; answers what it wrote.
    @discardableResult
    package static func output(_ path: String, _ arguments: [String], input: String = "") throws -> String {
        let process = Process()
        let (standardInput, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardInput = standardInput
        process.standardOutput = output
        process.standardError = output
        try process.run()
        standardInput.fileHandleForWriting.write(Data(input.utf8))
        standardInput.fileHandleForWriting.closeFile()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure("\(path) failed: \(said)") }
        return said
    }
}
