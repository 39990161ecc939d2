import KPICore
import Testing

@testable import KPIIngest

/// A figure in doubt, or refused, stays so until a row on it comes of which nothing odd is found.
struct SettledTests {
    private static let header = "indicator,unit,period,value,revision,submitted_at,note\n"

    private func row(_ value: String, _ day: Int, unit: String = "370811") -> String {
        Self.header + "talent.recruits,\(unit),2021-06,\(value),,2021-07-0\(day)T09:00:00+08:00,\n"
    }

    private func add(_ text: String, as file: String, to facts: inout Facts) -> Intake {
        let context = IntakeContext(
            units: SeedContext.context.units, lineages: SeedContext.context.lineages,
            timetable: SeedContext.timetable, facts: facts)
        let intake = SeedContext.take(text, as: file, with: Intaker(context))
        let batch = intake.batch
        facts.reports.add(batch)
        facts.findings.add(intake.findings, of: file, taken: batch)
        return intake
    }

    private func open(_ facts: Facts, _ stamp: String = "2021-08-01T00:00:00+08:00") -> [String] {
        facts.findings.open(on: "talent.recruits", asOf: SeedContext.moment(stamp)).map { entry in
            "\(entry.key.unit) \(entry.key.period) \(entry.findings.map(\.code).joined(separator: " ")) \(entry.file)"
        }
    }

    @Test func aRefusedFigureIsOpenUntilItIsSentAnew() {
        var facts = Facts()
        _ = add(row("三十几", 1), as: "a.csv", to: &facts)
        #expect(open(facts) == ["370811 2021-06 DQ-VALUE-NAN a.csv"])
        _ = add(row("4", 2, unit: "370812"), as: "b.csv", to: &facts)
        #expect(open(facts).count == 1, "another unit's figure is another figure")
        let mended = add(row("35", 3), as: "c.csv", to: &facts)
        #expect(mended.codes == ["DQ-SETTLED"])
        #expect(open(facts) == [])
        #expect(open(facts, "2021-07-02T00:00:00+08:00").count == 1, "as it was known then")
    }

    /// The very same figure again is no new row of the ledger; that nothing is odd about it any more counts all the same.
    @Test func aDoubtMayBeSettledWithTheSameFigure() {
        var facts = Facts()
        let coverage = "indicator,unit,period,value,numerator,denominator,submitted_at,note\n"
        _ = add(coverage + "party.coverage,SOC,2021-05,0.5,27,54,2021-06-01T09:00:00+08:00,\n", as: "a.csv", to: &facts)
        _ = add(coverage + "party.coverage,SOC,2021-06,1,45,45,2021-07-01T09:00:00+08:00,\n", as: "b.csv", to: &facts)
        func doubts() -> Int {
            facts.findings.open(on: "party.coverage", asOf: SeedContext.received).count
        }
        #expect(doubts() == 1)
        let again = add(
            coverage + "party.coverage,SOC,2021-06,1,45,45,2021-07-02T09:00:00+08:00,注销9家学会\n", as: "c.csv", to: &facts)
        #expect(again.codes == ["DQ-SETTLED"])
        #expect(doubts() == 0)
    }

    /// What a ledger keeps is enough: read back, the book is the same.
    @Test func rowsThatContradictEachOtherAreOpenToo() {
        var facts = Facts()
        let both = row("3", 1) + "talent.recruits,370811,2021-06,4,,2021-07-01T09:00:00+08:00,\n"
        _ = add(both, as: "a.csv", to: &facts)
        #expect(open(facts) == ["370811 2021-06 DQ-DUP-CONFLICT DQ-DUP-CONFLICT a.csv"])
    }
}
