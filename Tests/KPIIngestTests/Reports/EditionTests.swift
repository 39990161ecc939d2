import KPICore
import Testing

@testable import KPIIngest

/// A report is read by the edition of its target that its period belongs to, whatever the target was called then.
struct EditionTests {
    private static func date(_ text: String) -> LocalDate { SeedContext.date(text) }

    private static func target(
        _ id: TargetID, _ year: Int, _ name: String, _ unit: String, _ form: Form, every length: PeriodLength = .month,
        formerly: [TargetID] = []
    ) throws -> Target {
        let window = try #require(DateRange(date("\(year)-01-01"), date("\(year)-12-31")))
        return Target(
            id: id, label: Label(zh: name, en: id.text), kind: .count, unitOfMeasure: unit, goal: .atLeast(1),
            window: window,
            plan: try PlanCurve(.linear(.days), over: window, pace: length, calendar: SeedContext.timetable.calendar),
            frequency: .every(length), deadline: Deadline(.working(5), at: .endOfDay), form: form,
            policy: "pace-standard", formerly: formerly)
    }

    private func take(_ rows: String) throws -> Intake {
        let targets = [
            try Self.target("recruits", 2020, "引进人才", "人", .delta),
            try Self.target("talent", 2021, "引才", "人次", .cumulative, formerly: ["recruits", "heads"]),
            try Self.target("talent", 2022, "引才人数", "人次", .level, every: .quarter),
            try Self.target("other", 2022, "引才", "人", .delta),
        ]
        let context = IntakeContext(
            units: SeedContext.units, lineages: try Lineages.build(targets).get(), timetable: SeedContext.timetable)
        return Intaker(context).take(
            file: "a.csv", bytes: Array("indicator,unit,period,value,measure_unit,submitted_at\n\(rows)".utf8),
            receivedAt: SeedContext.moment("2022-07-01T10:00:00+08:00"))
    }

    private func form(_ period: String, _ unit: String = "") throws -> Form? {
        try take("talent,370811,\(period),3,\(unit),\n").observations.first?.form
    }

    @Test func thePeriodsEditionSaysWhatAFigureStandsFor() throws {
        #expect(try form("2020-11") == .delta)
        #expect(try form("2021-11") == .cumulative)
        #expect(try form("2022Q1") == .level)
    }

    @Test func daysOfNoEditionGoByTheOneBefore() throws {
        #expect(try form("2019-11") == .delta, "or by the first")
        #expect(try take("talent,370811,2022-03,3,,\n").codes.contains("DQ-PERIOD-LENGTH"), "2022 wants quarters")
    }

    @Test func soDoesTheUnitOfMeasure() throws {
        #expect(try form("2020-11", "人") == .delta)
        #expect(try take("talent,370811,2021-11,3,人,\n").codes.contains("DQ-UNIT-MISMATCH"))
        #expect(try form("2021-11", "人次") == .cumulative)
    }

    @Test(arguments: ["recruits", "heads", "引进人才", "引才人数"])
    func aNameOfBeforeIsAnAlias(name: String) throws {
        let intake = try take("\(name),370811,2021-11,3,,2021-12-01T10:00:00+08:00\n")
        #expect(intake.observations.map(\.key.target) == ["talent"])
        #expect(intake.codes == ["DQ-IND-ALIAS"])
    }

    @Test func aLabelOfTodayGoesBeforeOneOfAnEarlierYear() throws {
        #expect(try take("引才,370811,2022-03,3,,\n").observations.map(\.key.target) == ["other"])
    }
}
