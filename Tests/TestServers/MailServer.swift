import Foundation

/// Debian's aiosmtpd at work on a loopback port, and the mails it took.
package final class MailServer {
    package let folder: TemporaryFolder
    package let port: Int
    private let program: RunningProgram

    package struct Mail: Decodable {
        package let from: String
        package let to: [String]
        package let tls: Bool
        package let login: String?
        /// As it came over the wire.
        package let data: String

        /// Header lines, folded ones as one.
        package var headers: [String: String] {
            let head = data.components(separatedBy: "\r\n\r\n")[0].replacing("\r\n ", with: " ")
            return Dictionary(
                head.components(separatedBy: "\r\n").map { line in
                    let parts = line.split(separator: ":", maxSplits: 1)
                    return (String(parts[0]), parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : "")
                }, uniquingKeysWith: { $1 })
        }
    }

    package init(_ options: String...) async throws {
        let folder = try TemporaryFolder()
        self.folder = folder
        if options.contains("--tls") || options.contains("--implicit") { try Self.certify(in: folder) }
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("smtpd.py").path
        let program = try RunningProgram(
            "/usr/bin/python3", [script, folder.path] + options, log: folder.path + "/log")
        self.program = program
        port = try await eventually("the mail server") {
            guard program.isRunning else { throw Failure("it ended: \(try folder.text(at: "log"))") }
            return Int(try folder.text(at: "port"))
        }
    }

    /// A key and a certificate for 127.0.0.1, made for this once.
    private static func certify(in folder: TemporaryFolder) throws {
        try RunningProgram.output(
            DebianProgram.openssl.rawValue,
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1",
                "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout",
                folder.path + "/key.pem", "-out", folder.path + "/cert.pem",
            ])
    }

    package var certificate: String { folder.path + "/cert.pem" }

    /// In the order in which they came.
    package var mails: [Mail] {
        get throws {
            try folder.names.filter { $0.hasSuffix(".json") }.sorted {
                $0.count == $1.count ? $0 < $1 : $0.count < $1.count
            }
            .map { try JSONDecoder().decode(Mail.self, from: Data(folder.text(at: $0).utf8)) }
        }
    }

    package func stop() { program.stop() }
}
