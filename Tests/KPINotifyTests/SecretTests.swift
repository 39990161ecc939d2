import Foundation
import Glibc
import TestServers
import Testing

@testable import KPICore
@testable import KPINotify

struct SecretTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func trouble(_ source: SecretSource, credentials: String? = nil) -> String? {
        do throws(SecretError) {
            _ = try SecretReader(credentials: credentials).read(source)
            return nil
        } catch {
            return error.label.en
        }
    }

    @Test func aSecretIsTheLineInItsFile() throws {
        let path = try folder.put("pass word ü\r\n", at: "secret")
        #expect(try SecretReader(credentials: nil).read(.file(path)).revealed == "pass word ü")
        #expect(try SecretReader(credentials: folder.path).read(.credential("secret")).revealed == "pass word ü")
    }

    @Test func aSecretShowsItselfNowhere() throws {
        let secret = Secret("hunter2!")
        var dumped = ""
        dump([secret], to: &dumped)
        for shown in ["\(secret)", String(reflecting: secret), "\([secret])", "\(Optional(secret) as Any)", dumped] {
            #expect(!shown.contains("hunter2!"))
            #expect(shown.contains("‹secret›"))
        }
    }

    @Test func whatIsNoSecretIsSaid() throws {
        let empty = try folder.put("\n", at: "empty")
        let long = try folder.put("a\nb", at: "two")
        try Data([0xFF, 0xFE]).write(to: URL(fileURLWithPath: folder.path + "/binary"))
        unsafe mkfifo(folder.path + "/fifo", 0o600)
        let start = "cannot read the secret in"
        #expect(trouble(.file("/nonexistent/key")) == "\(start) /nonexistent/key: No such file or directory")
        #expect(trouble(.file(folder.path)) == "\(start) \(folder.path): it is not a regular file")
        #expect(trouble(.file(folder.path + "/fifo")) == "\(start) \(folder.path)/fifo: it is not a regular file")
        #expect(trouble(.file(folder.path + "/binary")) == "\(start) \(folder.path)/binary: it is not UTF-8")
        #expect(trouble(.file(empty)) == "\(start) \(empty): it is empty")
        #expect(trouble(.file(long))?.hasPrefix("\(start) \(long): it is more than one line") == true)
        #expect(
            trouble(.credential("key")) == "\(start) the credential 'key': systemd has passed no credentials")
    }

    @Test func secretsAreTakenOutOfWhatServersSay() {
        let address = Secret("https://qyapi.example/cgi-bin/webhook/send?key=693a91f6-7xxx-4bc4")
        let redaction = Redaction([address, Secret("p&ss"), Secret("ab")])
        #expect(redaction.line("no key 693a91f6-7xxx-4bc4") == "no key ‹secret›")
        #expect(
            redaction.line("GET https://qyapi.example/cgi-bin/webhook/send?key=693a91f6-7xxx-4bc4: no")
                == "GET ‹secret›: no")
        #expect(redaction.line("user=x&p=p&ss") == "user=x&p=‹secret›")
        #expect(redaction.line("p=p%26ss") == "p=‹secret›")
        #expect(redaction.line("cabbage") == "cabbage", "too short to be told from other words")
        #expect(redaction.line(" two\r\nlines\u{1B}[31m ") == "two lines [31m")
        #expect(redaction.line(String(repeating: "长", count: 400)).count == 300)
    }
}
