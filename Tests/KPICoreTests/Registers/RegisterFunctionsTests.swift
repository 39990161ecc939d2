import CEL
import Diagnostics
import Testing

@testable import KPICore

/// What expressions over a register may ask the calendar.
struct RegisterFunctionsTests {
    /// China around the first of May 2021: 1 to 5 May are free, and Saturday the 8th is worked.
    private static let shanghai = Timetable(
        zone: Zone(name: "Asia/Shanghai", first: 28_800),
        calendar: WorkCalendar(
            name: "test",
            years: [2021: .init(holidays: Set((1...5).map { day("2021-05-0\($0)") }), swapped: [day("2021-05-08")])]))

    private func number(
        _ expression: String, _ opened: LocalDate?, _ matched: LocalDate?, _ timetable: Timetable = shanghai
    ) -> Outcome {
        let environment = RegisterVariables.environment(of: Samples.needs, timetable)
        var frame = Frame(environment)
        let cells: [Cell] = Samples.needs.columns.map { column in
            switch column.name {
            case "opened": opened.map { .date($0) } ?? .absent
            case "matched": matched.map { .date($0) } ?? .absent
            default: .absent
            }
        }
        RegisterVariables.bind(
            cells, Array(cells.indices), of: Samples.needs, in: &frame, timetable: timetable)
        guard case .success(let program) = environment.compile(Excerpt(expression), as: .int) else {
            preconditionFailure("no program: \(expression)")
        }
        return program.evaluate(&frame)
    }

    @Test(
        arguments: [
            ("2021-04-28", "2021-04-28", 0, 0), ("2021-04-28", "2021-04-29", 1, 1),
            ("2021-04-30", "2021-05-06", 1, 6), ("2021-04-30", "2021-05-08", 3, 8), ("2021-05-07", "2021-05-08", 1, 1),
            ("2021-05-01", "2021-05-05", 0, 4), ("2021-04-24", "2021-04-26", 1, 2),
            ("2021-04-29", "2021-04-28", -1, -1),
            ("2021-05-06", "2021-04-30", -1, -6),
        ] as [(String, String, Int64, Int64)])
    func daysBetweenTwoDays(from: String, to: String, working: Int64, days: Int64) {
        guard case .value(.int(working)) = number("working_days(opened, matched)", day(from), day(to)) else {
            Issue.record("\(number("working_days(opened, matched)", day(from), day(to)))")
            return
        }
        guard case .value(.int(days)) = number("days(opened, matched)", day(from), day(to)) else {
            Issue.record("\(number("days(opened, matched)", day(from), day(to)))")
            return
        }
    }

    @Test func aDayThatIsNotThereGivesNoNumber() {
        guard case .unknown = number("working_days(opened, matched)", day("2021-04-28"), nil) else {
            Issue.record("a number of nothing")
            return
        }
    }

    /// A century apart is a slip of the pen, and walking it day by day must not hold up everything else.
    @Test func theWayIsCharged() {
        guard case .failed(let error) = number("working_days(opened, matched)", day("0100-01-01"), day("2021-01-01"))
        else {
            Issue.record("it walked")
            return
        }
        #expect(error.message.contains("expensive"))
    }
}
