import KPICore
import Testing

@testable import KPIIngest

/// The illustrative year: its clean files say nothing that is not so, and each mistake in the dirty one is named.
struct SeedReportTests {
    @Test(arguments: zip(Fixture.cleanMonths, [29, 29, 36, 30, 31, 36, 30, 31, 40]))
    func cleanFilesAreTakenWhole(month: String, rows: Int) throws {
        let intake = SeedContext.intaker.take(
            file: "\(month).csv", bytes: try Fixture.bytes("reports/clean/\(month).csv"),
            receivedAt: SeedContext.received)
        #expect(intake.observations.count == rows)
        #expect(intake.refused == 0)
        #expect(intake.worst ?? .note == .note)
        #expect(Set(intake.codes).isSubset(of: ["DQ-APPROX", "DQ-PERIOD-LENGTH"]))
    }

    @Test func aCleanRowIsReadAsItStands() throws {
        let intake = SeedContext.intaker.take(
            file: "2021-09.csv", bytes: try Fixture.bytes("reports/clean/2021-09.csv"), receivedAt: SeedContext.received
        )
        let coverage = try #require(intake.observations.first { $0.key.target == "party.coverage" })
        #expect(coverage.value == Quantity(1))
        #expect(coverage.numerator == 54 && coverage.denominator == 54)
        #expect(coverage.submittedAt == SeedContext.moment("2021-10-11T10:54:00+08:00"))
        #expect(coverage.evidence == "ev/party/2021-09.xlsx")
        #expect(coverage.form == .level && coverage.basis == .actual && coverage.revision == 1)
        let teams = try #require(intake.observations.first { $0.key.target == "contest.teams" })
        #expect(teams.value == Quantity(lower: 1000, upper: 1999))
        #expect(teams.valueText == "1000余")
        #expect(teams.origin.line == 4 && teams.origin.sha256 == intake.sha256)
        let patents = try #require(intake.observations.first { $0.key.target == "patent.enterprises" })
        #expect(patents.key.period == Period("2021Q3"))
    }

    @Test func mistakesAreNamedAsExpected() throws {
        let intake = SeedContext.intaker.take(
            file: "2021-09-dirty.csv", bytes: try Fixture.bytes("reports/dirty/2021-09-dirty.csv"),
            receivedAt: SeedContext.received)
        let needHistory: Set<String> = ["DQ-DEN-JUMP", "DQ-CUM-DECREASE", "DQ-CUM-AS-DELTA", "DQ-OUTLIER"]
        let taken = Set(intake.observations.map(\.origin.line))
        var compared = 0
        var expected = CSVReader(try Fixture.bytes("reports/dirty/expected-findings.csv"))
        var record = expected.makeRecord()
        _ = expected.next(into: &record)
        while expected.next(into: &record) {
            let line = try #require(Int(record[0]))
            let found = intake.findings.filter { $0.line == line }
            if needHistory.contains(record[1]) || record[1] == "OK" {
                #expect(found.allSatisfy { $0.action == .note } && taken.contains(line), "line \(line)")
            } else {
                let action: Finding.Action = ["accept": .note, "warn": .doubt][record[2]] ?? .reject
                #expect(found.map(\.code) == [record[1]], "line \(line)")
                #expect(found.map(\.action) == [action], "line \(line)")
                #expect(taken.contains(line) == (action < .reject), "line \(line)")
            }
            compared += 1
        }
        #expect(compared == 20)
        #expect(intake.refused == 11 && taken.count == 9)
    }

    @Test func aPercentageIsBroughtToScale() throws {
        let intake = SeedContext.intaker.take(
            file: "x.csv", bytes: try Fixture.bytes("reports/dirty/2021-09-dirty.csv"), receivedAt: SeedContext.received
        )
        let coverage = try #require(intake.observations.first { $0.origin.line == 14 })
        #expect(coverage.value == Quantity(1))
        #expect(coverage.valueText == "100")
    }

    /// The wide sheet is for another reader; here it is told apart, not guessed at.
    @Test func theWideSheetIsNotMistakenForALongOne() throws {
        let intake = SeedContext.intaker.take(
            file: "wide.csv", bytes: try Fixture.bytes("reports/clean/wide-2021-06-引才月报.gbk.csv"),
            receivedAt: SeedContext.received)
        #expect(intake.isRefusedWhole)
        #expect(intake.codes.first == "DQ-ENCODING")
        #expect(intake.codes.filter { $0 == "DQ-COLUMN-MISSING" }.count == 3)
    }
}
