import KPICore
import Testing

@testable import KPIIngest

struct DuplicateRowTests {
    private static let header = "indicator,unit,period,value,revision,note\n"

    private func take(_ rows: String...) -> Intake {
        SeedContext.intaker.take(
            file: "a.csv", bytes: Array((Self.header + rows.joined(separator: "\n")).utf8),
            receivedAt: SeedContext.moment("2021-10-11T10:00:00+08:00"))
    }

    @Test func aCopyCountsOnce() {
        let intake = take("talent.recruits,370811,2021-09,3,1,", "talent.recruits,任城区,2021-09,3,1,again")
        #expect(intake.observations.count == 1)
        #expect(intake.codes == ["DQ-DUP-EXACT"] && intake.findings.first?.line == 3)
        #expect(intake.refused == 0)
    }

    @Test func contradictionsAreAllRefused() {
        let intake = take(
            "talent.recruits,370811,2021-09,3,1,", "talent.recruits,370811,2021-09,4,1,",
            "talent.recruits,370812,2021-09,1,1,", "talent.recruits,370811,2021-09,5,1,")
        #expect(intake.observations.map(\.key.unit) == ["370812"])
        #expect(intake.findings.map(\.line) == [2, 3, 5])
        #expect(Set(intake.codes) == ["DQ-DUP-CONFLICT"])
        #expect(intake.refused == 3)
    }

    @Test func revisionsOfOneFigureAreNoCopies() {
        let intake = take("talent.recruits,370811,2021-09,3,1,", "talent.recruits,370811,2021-09,4,2,更正")
        #expect(intake.observations.map(\.revision) == [1, 2])
        #expect(intake.findings.isEmpty)
    }
}
