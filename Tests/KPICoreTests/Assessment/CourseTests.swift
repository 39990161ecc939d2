import Testing

@testable import KPICore

/// What a value did before: met or not, rising or falling.
struct CourseTests {
    private let target = Samples.target(kind: .ratio, goal: .atLeast(1), allocation: ["north": 1], form: .level)

    /// Judged after the last month that is given; nil is a month without a report.
    private func course(_ values: [Double?]) -> Assessment {
        let reports = values.enumerated().compactMap { index, value in
            value.map { Samples.report(on: "2021-0\(index + 1)", $0, form: .level, at: "2021-01-31T00:00:00Z") }
        }
        return Samples.assess(target, reports, asOf: Samples.after("2021-0\(values.count)")).whole
    }

    @Test func whatWasMetAndIsNotHasFallenBack() {
        let fallen = course([0.5, 1, 0.9])
        #expect(fallen.isAchieved == false && fallen.course.hasRegressed)
        #expect(fallen.course.achievedOn == day("2021-02-28"))
        let again = course([0.5, 1, 0.9, 1])
        #expect(again.isAchieved == true && !again.course.hasRegressed)
        #expect(again.course.achievedOn == day("2021-02-28"), "the first time")
    }

    @Test func whatWasNeverMetHasNotFallenBack() {
        let never = course([0.5, 0.9, 0.8])
        #expect(never.course.achievedOn == nil && !never.course.hasRegressed)
    }

    @Test(
        arguments: [
            ([0.5, 0.8], 0.3), ([0.8, 0.5], -0.3), ([0.4, 0.5, 0.5], 0), ([0.5], nil),
        ] as [([Double], Double?)])
    func theChangeIsSinceTheJudgementBefore(values: [Double], expected: Double?) {
        let change = course(values).course.change
        #expect(expected.map { near(change, $0) } ?? (change == nil))
    }

    @Test(
        arguments: [
            ([0.1, 0.2, 0.3], 1), ([0.3, 0.2, 0.1], -1), ([0.2, 0.3, 0.2], 0), ([0.1, 0.3, 0.2], 1),
            ([0.3, 0.1, 0.1, 0.2], -1), ([0.1, 0.2], nil),
        ] as [([Double], Int?)])
    func theTrendIsTheSignOfAllPairs(values: [Double], expected: Int?) {
        #expect(course(values).course.trend == expected)
    }

    /// A level stands until the next one; the change over a silent month is nothing.
    @Test func aSilentMonthKeepsTheLevel() {
        let silent = course([0.4, nil])
        #expect(silent.value == 0.4 && silent.course.change == 0)
        #expect(course([nil, 0.4]).course.change == nil, "there was nothing to change from")
    }
}
