import KPICore
import Testing

@testable import KPIIngest

/// What is odd about a figure beside others, in the same file and in those before.
struct PastCheckTests {
    private static let header = "indicator,unit,period,form,value,numerator,denominator,note\n"

    private func codes(_ rows: String...) -> [String] {
        let intake = SeedContext.take(Self.header + rows.joined(separator: "\n"))
        return intake.findings.filter { $0.action > .note }.map { "\($0.line ?? 0) \($0.code)" }
    }

    private func months(_ values: [String], _ target: String = "talent.recruits", form: String = "delta") -> [String] {
        codes(
            values.enumerated().map { "\(target),370811,2021-0\($0.offset + 1),\(form),\($0.element),,," }.joined(
                separator: "\n"))
    }

    @Test func aYearsFigureAsAMonthsIsFound() {
        #expect(months(["2", "1", "2", "25"]) == ["5 DQ-CUM-AS-DELTA", "5 DQ-OUTLIER"])
        #expect(months(["2", "1", "2", "8"]) == [])  // less than five usual months
        #expect(months(["2", "1", "2", "10"]) == ["5 DQ-CUM-AS-DELTA"])
        #expect(months(["2", "0", "0", "25"]) == [])  // nobody knows what is usual
        #expect(months(["20", "2", "1", "2", "1", "1", "10"]) == [])  // less than all before it
    }

    @Test func aSumThatFallsIsFoundOnEitherSide() {
        #expect(months(["5", "9", "8"], "patent.searches", form: "cumulative").contains("4 DQ-CUM-DECREASE"))
        #expect(codes("contest.cases,HQ,2021-02,cumulative,数十,,,", "contest.cases,HQ,2021-03,cumulative,30,,,") == [])
        #expect(
            codes("contest.cases,HQ,2021-05,cumulative,30,,,", "contest.cases,HQ,2021-03,cumulative,31,,,")
                .contains("2 DQ-CUM-DECREASE"))
    }

    @Test func aDenominatorLeapsUnlessANoteSaysWhy() {
        let july = "party.coverage,SOC,2021-07,level,0.5,27,54,"
        #expect(codes(july, "party.coverage,SOC,2021-08,level,1,45,45,") == ["3 DQ-DEN-JUMP"])
        #expect(codes(july, "party.coverage,SOC,2021-08,level,1,45,45,更正") == ["3 DQ-DEN-JUMP"])
        #expect(codes(july, "party.coverage,SOC,2021-08,level,1,45,45,注销9家学会") == [])
        #expect(codes(july, "party.coverage,SOC,2021-08,level,1,59,59,") == [])
    }

    @Test func aLevelTenTimesOffIsFound() {
        #expect(
            codes("talent.stock,370811,2021Q1,level,1000,,,", "talent.stock,370811,2021Q2,level,10100,,,")
                == ["3 DQ-OUTLIER"])
        #expect(codes("patent.rank,HQ,2021Q1,level,1,,,", "patent.rank,HQ,2021Q2,level,12,,,") == [])
    }

    /// Thirteen months are enough to know how they scatter; twelve are the first that do.
    @Test func whatLiesOutsideTheScatterIsFound() {
        func codes(_ earlier: [Int], then last: Int) -> [String] {
            let rows = (earlier + [last]).enumerated().map { place, value in
                "talent.recruits,370811,\(2020 + place / 12)-\(place % 12 < 9 ? "0" : "")\(place % 12 + 1),level,\(value),,,"
            }
            return self.codes(rows.joined(separator: "\n"))
        }
        let usual = [20, 22, 19, 21, 20, 23, 21, 20, 19, 22, 20, 21]
        #expect(codes(usual, then: 35) == ["14 DQ-OUTLIER"])
        #expect(codes(usual, then: 9) == ["14 DQ-OUTLIER"])
        #expect(codes(usual, then: 24) == [])
        #expect(codes(Array(usual.dropFirst()), then: 35) == [], "limits on trial find nothing")
    }

    @Test func aReportIsHeldAgainstEarlierFiles() throws {
        let intaker = try SeedContext.intaker(after: (1...6).map { "clean/2021-0\($0).csv" })
        let intake = SeedContext.take(
            Self.header + "patent.enterprises,HQ,2021Q3,cumulative,1124,,,\n", with: intaker)
        #expect(intake.codes.contains("DQ-CUM-DECREASE"))
        #expect(intake.observations.count == 1, "it is doubted and not refused")
    }

    @Test func aUnitsFolderCarriesItsOwnFigures() {
        let rows = "indicator,period,value\ntalent.recruits,2021-06,3\n"
        let own = SeedContext.take(rows, as: "units/任城区/a.csv")
        #expect(own.observations.map(\.key.unit) == ["370811"])
        let foreign = SeedContext.take(
            Self.header + "talent.recruits,370812,2021-06,delta,3,,,\n", as: "units/370811/a.csv")
        #expect(foreign.observations.isEmpty && foreign.codes.contains("DQ-UNIT-FOREIGN"))
        #expect(SeedContext.take(rows, as: "units/nowhere/a.csv").codes == ["DQ-UNIT-UNKNOWN"])
        let above = SeedContext.take(
            Self.header + "talent.recruits,370812,2021-06,delta,3,,,\n", as: "units/3708/a.csv")
        #expect(above.observations.count == 1)
    }
}
