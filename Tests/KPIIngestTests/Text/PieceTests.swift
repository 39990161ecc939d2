import KPICore
import TestSeeds
import Testing

@testable import KPIIngest

/// A file that is read piece by piece is the same as one that is read at once.
struct PieceTests {
    /// Gives no more than a few bytes at a time, as some file systems do.
    private struct Dribble: FileContent {
        let bytes: [UInt8]
        let most: Int

        var size: Int { bytes.count }

        func read(_ count: Int, at place: Int) -> [UInt8] {
            Array(bytes[min(place, bytes.count)..<min(place + min(count, most), bytes.count)])
        }

        func check() {}
    }

    @Test(arguments: [
        "reports/clean/2021-09.csv", "reports/dirty/2021-09-dirty.csv", "reports/clean/wide-2021-06-引才月报.gbk.csv",
    ])
    func theSameIsFound(path: String) throws {
        let bytes = try Fixture.bytes(path)
        let file = String(path.split(separator: "/").last ?? "")
        let whole = SeedContext.intaker.take(file: file, bytes: bytes, receivedAt: SeedContext.received)
        #expect(!whole.observations.isEmpty)
        for most in [1, 7, 64, 1000] {
            let pieces = SeedContext.intaker.take(
                file: file, Dribble(bytes: bytes, most: most), receivedAt: SeedContext.received)
            #expect(pieces.observations == whole.observations, "at most \(most) bytes")
            #expect(pieces.findings == whole.findings && pieces.sha256 == whole.sha256, "at most \(most) bytes")
        }
    }

    /// Texts of everything that matters to a reader of CSV, in all encodings, whole and damaged.
    @Test(arguments: seeds(40))
    func whereverTheyAreCut(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let parts = ["a", "任城区", ",", "\"", "\"\"", "\n", "\r\n", "\r", "é", "😀", " "]
        let text = (0..<60).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
        var bytes = Array(text.utf8)
        switch seed % 4 {
        case 0: bytes = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case 1: bytes = (bytes + [0xC8, 0xCE, 0xB3, 0xC7]).filter { $0 < 0x80 } + [0xC8, 0xCE, 0xB3, 0xC7]
        case 2:
            bytes[Int.random(in: bytes.indices, using: &random)] =
                [0, 0xFF, 0x80, 0xE4].randomElement(using: &random) ?? 0
        default: break
        }
        func records(_ content: some FileContent) -> Result<[[String]], TextDecoding.Flaw> {
            Result { () throws(TextDecoding.Flaw) in
                var reader = CSVReader(try TextDecoding.decode(content).source, limits: IntakeLimits(fieldBytes: 50))
                var record = reader.makeRecord()
                var records: [[String]] = []
                while reader.next(into: &record) { records.append(["\(record.line)"] + record.texts) }
                return records + [["\(reader.flaw as CSVFlaw?)"]]
            }
        }
        let whole = records(HeldContent(bytes))
        for most in 1...9 {
            #expect(records(Dribble(bytes: bytes, most: most)) == whole, "seed \(seed), at most \(most) bytes")
        }
    }
}
