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
        let before = Fixture.cleanMonths.dropLast().map { "clean/\($0).csv" }
        let intake = try SeedContext.intaker(after: before).take(
            file: "2021-09-dirty.csv", bytes: try Fixture.bytes("reports/dirty/2021-09-dirty.csv"),
            receivedAt: SeedContext.received)
        var compared = 0
        var expected = CSVReader(try Fixture.bytes("reports/dirty/expected-findings.csv"))
        var record = expected.makeRecord()
        _ = expected.next(into: &record)
        while expected.next(into: &record) {
            let line = try #require(Int(record[0]))
            let found = intake.findings.filter { $0.line == line }
            let action: Finding.Action = ["accept": .note, "warn": .doubt][record[2]] ?? .reject
            if record[1] == "OK" {
                #expect(found.isEmpty, "line \(line)")
            } else {
                #expect(found.contains { $0.code == record[1] && $0.action == action }, "line \(line): \(found)")
                #expect(
                    found.allSatisfy { $0.action <= action || $0.code == "DQ-DUP-CONFLICT" }, "line \(line): \(found)")
            }
            compared += 1
        }
        #expect(compared == 20)
        #expect(intake.refused == 11 && intake.observations.count == 9)
    }

    /// Whatever the order in which the months come, and with all of them known, clean figures are not odd.
    @Test func cleanFilesAreNotOddBesideEachOther() throws {
        let all = Fixture.cleanMonths.map { "clean/\($0).csv" }
        let intaker = try SeedContext.intaker(after: all)
        for file in all {
            let intake = intaker.take(
                file: file, bytes: try Fixture.bytes("reports/\(file)"), receivedAt: SeedContext.received)
            #expect(intake.worst ?? .note == .note, "\(file): \(intake.findings.filter { $0.action > .note })")
        }
    }

    @Test func aPercentageIsBroughtToScale() throws {
        let intake = SeedContext.intaker.take(
            file: "x.csv", bytes: try Fixture.bytes("reports/dirty/2021-09-dirty.csv"), receivedAt: SeedContext.received
        )
        let coverage = try #require(intake.observations.first { $0.origin.line == 14 })
        #expect(coverage.value == Quantity(1))
        #expect(coverage.valueText == "100")
    }

    /// A title, a column of numbers, columns of figures under Chinese names and a row of totals, in GB18030.
    @Test func theWideSheetIsReadByItsMapping() throws {
        let wide = try Fixture.bytes("reports/clean/wide-2021-06-引才月报.gbk.csv")
        let intaker = try SeedContext.intaker(after: (1...5).map { "clean/2021-0\($0).csv" })
        let intake = intaker.take(file: "wide-2021-06-引才月报.gbk.csv", bytes: wide, receivedAt: SeedContext.received)
        #expect(intake.refused == 0 && intake.worst == .note, "\(intake.findings)")
        let long = SeedContext.intaker.take(
            file: "2021-06.csv", bytes: try Fixture.bytes("reports/clean/2021-06.csv"), receivedAt: SeedContext.received
        )
        func recruits(_ intake: Intake) -> [UnitID: Double] {
            let rows = intake.observations.filter { $0.key.target == "talent.recruits" && $0.form == .delta }
            return Dictionary(uniqueKeysWithValues: rows.map { ($0.key.unit, $0.value?.lower ?? -1) })
        }
        #expect(recruits(intake) == recruits(long) && recruits(intake).count == 14)
        #expect(Set(intake.observations.map(\.key.period)) == [Period("2021-06")])
        #expect(Set(intake.codes).isSuperset(of: ["DQ-ENCODING", "DQ-TITLE-ROW", "DQ-TOTAL-ROW", "DQ-PERIOD-FORM"]))
    }

    /// Without the mapping nobody knows which target is meant, and nothing is guessed.
    @Test func theWideSheetIsNotGuessedAt() throws {
        let intake = SeedContext.intaker.take(
            file: "wide.csv", bytes: try Fixture.bytes("reports/clean/wide-2021-06-引才月报.gbk.csv"),
            receivedAt: SeedContext.received)
        #expect(intake.isRefusedWhole)
        #expect(intake.codes.first == "DQ-ENCODING")
        #expect(intake.codes.filter { $0 == "DQ-COLUMN-MISSING" }.count == 3)
    }
}
