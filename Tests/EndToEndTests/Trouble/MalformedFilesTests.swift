import Foundation
import TestServers
import Testing

/// Files that are not what they should be: each has its receipt, and stops nothing.
@Suite(.inTurn) struct MalformedFilesTests {
    private static let row = "indicator,unit,period,value\ntalent.recruits,370811,2021-07,3\n"

    private static let files: [(name: String, bytes: [UInt8])] = [
        ("empty.csv", []),
        ("nul.csv", Array(row.utf8) + [0, 0, 0]),
        (
            "half-utf8.csv",
            Array("indicator,unit,period,value\ntalent.recruits,任城区,2021-07,3,任".utf8.dropLast(1)) + [0xE4]
        ),
        ("noise.csv", (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ $0 / 7) }),
        ("quote.csv", Array((row + "\"never closed").utf8)),
        (
            "long-line.csv",
            Array("indicator,unit,period,value\n".utf8) + Array(repeating: UInt8(ascii: "x"), count: 10 << 20)
        ),
        ("columns.csv", Array(repeating: UInt8(ascii: ","), count: 1_000_000)),
        ("truncated.xlsx", [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x00, 0x00]),
        ("old.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600)),
        ("renamed.csv", [0x50, 0x4B, 0x03, 0x04] + Array(repeating: 0, count: 600)),
        ("deep.json", Array(repeating: UInt8(ascii: "["), count: 100_000)),
        ("half.json", Array("[{\"indicator\": \"talent.recruits\"".utf8)),
        ("lines.ndjson", Array("{}\n[]\nnull\n{\"a\": {}}\n".utf8)),
        ("report.pdf", Array("%PDF-1.7".utf8)),
        ("no-suffix", Array(row.utf8)),
        ("registers/nowhere.csv", Array("a,b\n1,2\n".utf8)),
        ("registers/events.csv", [0xFF, 0xFE, 0x00]),
        ("units/nowhere/a.csv", Array(row.utf8)),
    ]

    @Test func eachHasAReceiptAndStopsNothing() async throws {
        let site = try Site()
        try site.keep(targets: "a-unity.yaml")
        let daemon = try await site.start()
        for file in Self.files {
            let path = "\(site.state)/inbox/\(file.name)"
            let folder = (path as NSString).deletingLastPathComponent
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(file.bytes).write(to: URL(fileURLWithPath: path))
        }
        try site.drop(Self.row, as: "sound.csv")
        try await eventually("the sound file to be taken", within: .seconds(60)) { site.exists("accepted/sound.csv") }
        for file in Self.files {
            // What was whole before the flaw is taken.
            let receipt = try await eventually("the receipt of \(file.name)", within: .seconds(60)) {
                ["quarantine", "accepted"].map { "\($0)/\(file.name).receipt.json" }.first(where: site.exists)
            }
            let findings = try site.json(receipt)["findings"]?.list ?? []
            let refusals = findings.filter { $0["action"] == .text("reject") }
            #expect(!refusals.isEmpty, "\(file.name)")
            for finding in refusals {
                #expect(
                    finding["message"]?["zh"]?.text?.isEmpty == false
                        && finding["message"]?["en"]?.text?.isEmpty == false)
            }
        }
        #expect(try site.target("talent.recruits")["value"] == .number(3))
        #expect(daemon.exit == nil)
    }
}
