import KPICore
import Testing

@testable import KPIIngest

/// Sheets with a row for each unit and a column for each target.
struct WideSheetTests {
    private func values(_ intake: Intake) -> [String] {
        intake.observations.map { "\($0.key.target) \($0.key.unit) \($0.key.period) \($0.valueText)" }
    }

    private func intaker(_ mapping: SheetMapping) -> Intaker {
        Intaker(
            IntakeContext(
                units: SeedContext.context.units, lineages: SeedContext.context.lineages,
                timetable: SeedContext.timetable, mappings: [mapping]))
    }

    @Test func columnsMayBeCalledLikeTargets() {
        let intake = SeedContext.take(
            """
            单位,talent.recruits,新建基层科协组织,完成率
            任城区,3,1,64%
            兖州区,4,0,50%
            填表人：张三,,,
            """, as: "2021-06.csv")
        #expect(
            values(intake) == [
                "talent.recruits 370811 2021-06 3", "grassroots.orgs 370811 2021-06 1",
                "talent.recruits 370812 2021-06 4", "grassroots.orgs 370812 2021-06 0",
            ])
    }

    /// A mistake in one column leaves the other columns of the row alone, and is told under the column's own name.
    @Test func figuresAreRefusedOneByOne() {
        let intake = SeedContext.take(
            """
            单位,talent.recruits,grassroots.orgs
            任城区,三十几,1
            """, as: "2021-06.csv")
        #expect(values(intake) == ["grassroots.orgs 370811 2021-06 1"])
        #expect(intake.refused == 1)
        #expect(intake.findings.first { $0.action == .reject }?.column == "talent.recruits")
    }

    @Test(arguments: [
        ("2021年6月份引才月报", "a.csv", "2021-06"), ("引才月报（2021年第二季度）", "a.csv", "2021Q2"),
        ("引才月报", "引才-202106.csv", "2021-06"), ("填报日期：2021-07-05", "2021-06.csv", "2021-06"),
    ])
    func thePeriodIsFoundInTitlesAndNames(title: String, file: String, period: String) {
        let intake = SeedContext.take("\(title)\n单位,talent.recruits\n任城区,3\n", as: file)
        // A target that is reported by the month has no place for a quarter.
        #expect(intake.observations.map(\.key.period.description) == (period == "2021Q2" ? [] : [period]))
        #expect(intake.findings.contains { $0.code == "DQ-PERIOD-FORM" && $0.message.en.contains(period) })
    }

    @Test func periodsThatDisagreeAreRefused() {
        let intake = SeedContext.take("2021年5月引才月报\n单位,talent.recruits\n任城区,3\n", as: "2021-06.csv")
        #expect(intake.observations.isEmpty)
        #expect(intake.findings.contains { $0.code == "DQ-PERIOD-BAD" && $0.message.en.contains("2021-05, 2021-06") })
        let none = SeedContext.take("单位,talent.recruits\n任城区,3\n", as: "a.csv")
        #expect(none.observations.isEmpty && none.codes.contains("DQ-PERIOD-BAD"))
    }

    /// 上月止累计 + 本月 = 本月止累计
    @Test func sumsBesideAFigureAreChecked() {
        let mapping = SheetMapping(
            id: "sums", files: ["*"], columns: [.unit: "单位"],
            figures: [
                .init(header: "上月止累计", target: "talent.recruits", role: .carried),
                .init(header: "本月", target: "talent.recruits", role: .figure(nil)),
                .init(header: "本月止累计", target: "talent.recruits", role: .figure(.cumulative)),
            ])
        let intake = SeedContext.take(
            "单位,上月止累计,本月,本月止累计\n任城区,6,3,9\n兖州区,6,3,8\n", as: "2021-06.csv", with: intaker(mapping))
        #expect(intake.observations.map(\.form) == [.delta, .delta])
        let doubts = intake.findings.filter { $0.action == .doubt }
        #expect(doubts.map(\.code) == ["DQ-CUM-DELTA-MISMATCH"] && doubts.map(\.line) == [3])
    }

    /// Without a column of what was carried, the months that were reported say it, if they all were.
    @Test func sumsAreCheckedByWhatWasReported() throws {
        let sheet = "县市区,本月引进,累计引进\n任城区,3,10\n"
        let all = try SeedContext.intaker(after: (1...5).map { "clean/2021-0\($0).csv" })
        let told = SeedContext.take(sheet, as: "2021-06-引才月报.csv", with: all)
        #expect(told.codes.contains("DQ-CUM-DELTA-MISMATCH"))
        let some = try SeedContext.intaker(after: (2...5).map { "clean/2021-0\($0).csv" })
        #expect(!SeedContext.take(sheet, as: "2021-06-引才月报.csv", with: some).codes.contains("DQ-CUM-DELTA-MISMATCH"))
    }

    /// A target's name over two columns, as a merged cell is when a sheet is saved as CSV.
    @Test func aHeaderMayStandInTwoRows() {
        let intake = SeedContext.take(
            """
            2021年6月引才月报,,,,
            序号,单位,talent.recruits,,备注
            ,,上月止累计,本月,
            1,任城区,6,3,新增
            2,兖州区,6,0,
            """, as: "a.csv")
        #expect(values(intake) == ["talent.recruits 370811 2021-06 3", "talent.recruits 370812 2021-06 0"])
        #expect(intake.observations.map(\.origin.line) == [4, 5] && intake.observations.first?.note == "新增")
        let checked = SeedContext.take(
            "单位,talent.recruits,,\n单位,上月止累计,本月,累计\n任城区,6,3,10\n", as: "2021-06.csv")
        #expect(values(checked) == ["talent.recruits 370811 2021-06 3"])
        #expect(checked.codes.contains("DQ-CUM-DELTA-MISMATCH"))
    }

    /// A mapping names such a column by both of its names; what only looks like a second row is a row.
    @Test func aMappingMayNameColumnsOfTwoRows() {
        let mapping = SheetMapping(
            id: "two", files: ["*"], columns: [.unit: "县市区"],
            figures: [.init(header: "引才 本月引进", target: "talent.recruits", role: .figure(.delta))])
        let intake = SeedContext.take(
            "县市区,引才,\n,年度目标,本月引进\n任城区,25,3\n", as: "2021-06.csv", with: intaker(mapping))
        #expect(values(intake) == ["talent.recruits 370811 2021-06 3"])
        let plain = SeedContext.take("单位,talent.recruits\n,无\n任城区,3\n", as: "2021-06.csv")
        #expect(values(plain) == ["talent.recruits 370811 2021-06 3"])
    }

    @Test func aMappingMayNameTheColumnsOfALongSheet() {
        let mapping = SheetMapping(
            id: "long", files: ["上报*"], columns: [.target: "考核指标", .value: "完成情况", .period: "月度"],
            fixed: [.unit: "HQ", .form: "delta"])
        let intake = SeedContext.take(
            "考核指标,月度,完成情况\ntalent.recruits,2021-06,12\n", as: "上报.csv", with: intaker(mapping))
        #expect(values(intake) == ["talent.recruits HQ 2021-06 12"])
        let other = SeedContext.take("考核指标,月度,完成情况\ntalent.recruits,2021-06,12\n", as: "x.csv", with: intaker(mapping))
        #expect(other.isRefusedWhole)
    }
}
