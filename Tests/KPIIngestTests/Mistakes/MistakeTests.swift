import KPICore
import TestSeeds
import Testing

@testable import KPIIngest

/// Each mistake, made at random places in clean data, is found for what it is; and nothing else is found.
struct MistakeTests {
    private struct Month {
        let columns: [String]
        let rows: [Mistake.Row]
        /// What knows the months before.
        let intaker: Intaker
    }

    private static func months(_ numbers: ClosedRange<Int>) throws -> [Month] {
        try numbers.map { number in
            var reader = CSVReader(try Fixture.bytes("reports/clean/2021-0\(number).csv"))
            var record = reader.makeRecord()
            _ = reader.next(into: &record)
            let columns = record.texts
            var rows: [Mistake.Row] = []
            while reader.next(into: &record) {
                rows.append(Dictionary(uniqueKeysWithValues: zip(columns, record.texts)))
            }
            return Month(
                columns: columns, rows: rows,
                intaker: try SeedContext.intaker(after: (1..<number).map { "clean/2021-0\($0).csv" }))
        }
    }

    @Test(arguments: Mistake.ofRows.indices)
    func aMistakeInARowIsFound(number: Int) throws {
        try check(Mistake.ofRows[number], in: Self.months(1...9), seed: UInt64(number))
    }

    /// From June on, every county with a mistake here had two months with something in them.
    @Test(arguments: Mistake.besideOthers.indices)
    func aMistakeBesideOthersIsFound(number: Int) throws {
        try check(Mistake.besideOthers[number], in: Self.months(6...9), seed: UInt64(100 + number))
    }

    private func check(_ mistake: Mistake, in months: [Month], seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var made = 0
        defer { #expect(made > 6, "there was a place for it") }
        for _ in 0..<12 {
            let month = try #require(
                months.filter { $0.rows.contains(where: mistake.fits) }.randomElement(using: &random))
            let isBeside = seed >= 100
            let places = month.rows.indices.filter {
                mistake.fits(month.rows[$0]) && (!isBeside || Self.isUsual(month, $0))
            }
            guard let place = places.randomElement(using: &random) else { continue }
            var rows = month.rows
            let spoilt = mistake.make(rows[place], &random)
            made += 1
            rows.replaceSubrange(place...place, with: spoilt)
            let lines = [month.columns] + rows.map { row in month.columns.map { row[$0] ?? "" } }
            let text = lines.map(CSVWriter.plain).joined()
            let intake = SeedContext.take(text, as: "month.csv", with: month.intaker)
            let line = place + 1 + spoilt.count
            let found = intake.findings.filter { $0.line == line }
            #expect(
                found.contains { $0.code == mistake.code && $0.action.rawValue == mistake.action },
                "seed \(seed), \(mistake), \(spoilt): \(found)")
            let own = Set(line + 1 - spoilt.count...line)
            let others = intake.findings.filter { !($0.line.map(own.contains) ?? false) && $0.action > .note }
            #expect(others.isEmpty, "seed \(seed), \(mistake): \(others)")
        }
    }

    /// Whether the months before a row's tell what is usual for its unit; a row of another kind needs none.
    private static func isUsual(_ month: Month, _ place: Int) -> Bool {
        let row = month.rows[place]
        guard let target = row["indicator"], let unit = row["unit"], row["form"] == "delta" else { return true }
        return month.intaker.tellsUsual(TargetID(target), UnitID(unit))
    }
}

extension Intaker {
    /// Whether three periods are known, two of them with something in them.
    fileprivate func tellsUsual(_ target: TargetID, _ unit: UnitID) -> Bool {
        var known: [Double] = []
        context.facts.reports.series(of: target, from: unit)?.forEachStanding { _, part, reading in
            guard part.isEmpty else { return }
            known.append(reading.value?.lower ?? 0)
        }
        return known.count >= 3 && known.count { $0 > 0 } >= 2
    }
}
