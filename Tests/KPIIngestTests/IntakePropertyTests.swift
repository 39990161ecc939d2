import KPICore
import TestSeeds
import Testing

@testable import KPIIngest

/// What holds whatever a file holds. A failing case names its seed.
struct IntakePropertyTests {
    @Test(arguments: 0..<300 as Range<UInt64>)
    func noBytesStopTheIntake(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var bytes = try Fixture.bytes("reports/dirty/2021-09-dirty.csv")
        let signs = Array("\",\n\r=+-@0129.%万余é\0".utf8) + [0xFF, 0xFE, 0x80, 0xEF]
        if seed % 3 == 0 {
            bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        }
        for _ in 0..<Int.random(in: 1...20, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0...2, using: &random) {
            case 0: bytes[place] = signs.randomElement(using: &random) ?? 0
            case 1: bytes.remove(at: place)
            default: bytes.insert(signs.randomElement(using: &random) ?? 0, at: place)
            }
        }
        for file in ["a.csv", "registers/societies.csv", "registers/needs.csv"] {
            let intake = SeedContext.intaker.take(file: file, bytes: bytes, receivedAt: SeedContext.received)
            let refusals = intake.findings.contains { $0.action == .reject }
            #expect(refusals || intake.refused == 0 && !intake.isRefusedWhole, "seed \(seed)")
        }
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func valuesAreNeverOutOfAllBounds(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let parts = [
            "1", "3", "0", ".", ",", "余", "多", "万", "亿", "十", "百", "数", "近", "约", "成", "%", "-", "百分之", "点", "e", "９",
        ]
        for _ in 0..<200 {
            let text = (0..<Int.random(in: 1...7, using: &random)).map { _ in parts.randomElement(using: &random) ?? ""
            }
            .joined()
            guard case .value(let reading) = ValueReader.read(text) else { continue }
            let bounds = [reading.quantity.lower, reading.quantity.upper].compactMap { $0 }
            #expect(!bounds.isEmpty && bounds.allSatisfy(\.isFinite), "seed \(seed): \(text)")
            #expect(bounds == bounds.sorted(), "seed \(seed): \(text)")
        }
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func theOrderOfColumnsSaysNothing(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for path in ["clean/2021-09.csv", "dirty/2021-09-dirty.csv"] {
            let bytes = try Fixture.bytes("reports/\(path)")
            var reader = CSVReader(bytes)
            var record = reader.makeRecord()
            var records: [[String]] = []
            while reader.next(into: &record) { records.append(record.texts) }
            let order = Array(0..<15).shuffled(using: &random)
            // The rows' own formulas stay as they are: this is not the writer under test.
            let mixed = records.map { row in order.map { row[$0] }.joined(separator: ",") }.joined(separator: "\n")
            let a = SeedContext.intaker.take(file: "a.csv", bytes: bytes, receivedAt: SeedContext.received)
            let b = SeedContext.intaker.take(file: "a.csv", bytes: Array(mixed.utf8), receivedAt: SeedContext.received)
            #expect(a.observations.map(Self.withoutOrigin) == b.observations.map(Self.withoutOrigin), "seed \(seed)")
            #expect(a.findings == b.findings, "seed \(seed)")
        }
    }

    /// The fingerprint of the file differs when its columns are moved.
    private static func withoutOrigin(_ row: Observation) -> Observation {
        Observation(
            key: row.key, form: row.form, value: row.value, valueText: row.valueText, numerator: row.numerator,
            denominator: row.denominator, basis: row.basis, revision: row.revision, submittedAt: row.submittedAt,
            submittedBy: row.submittedBy, approvedBy: row.approvedBy, evidence: row.evidence, note: row.note,
            isRetraction: row.isRetraction, origin: .init(file: "", line: row.origin.line, sha256: ""))
    }
}
