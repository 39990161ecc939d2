import Diagnostics
import KPICore
import Testing
import YAML

@testable import KPIConfiguration

/// What may be written for a value, and what it is read as.
struct DecodingTests {
    private func read<Value>(_ yaml: String, _ shape: Shape<Value>) -> (value: Value?, ids: [String]) {
        let collector = DiagnosticCollector()
        let whole = Shape<Value>.mapping { $0.required("k", shape) }
        let value = whole.read(YAMLReader.read(SourceText(name: "a", text: "k: \(yaml)\n")), into: collector)
        return (value, collector.diagnostics.map(\.id.name))
    }

    private func value<Value>(_ yaml: String, _ shape: Shape<Value>) -> Value? {
        let (value, ids) = read(yaml, shape)
        #expect((value == nil) == !ids.isEmpty, "a value or a mistake: \(yaml)")
        return value
    }

    private func day(_ text: String) -> LocalDate {
        guard let date = LocalDate(text) else { preconditionFailure("no day: \(text)") }
        return date
    }

    @Test(
        arguments: [
            ("2 periods", Delay.periods(2)), ("1 period", .periods(1)), ("5 working days", .workingDays(5)),
            ("12h", .seconds(43_200)), ("1h30m", .seconds(5400)), ("'2 periods'", nil), ("2", nil),
            ("two periods", nil),
            ("2 days", nil),
        ] as [(String, Delay?)])
    func delays(yaml: String, expected: Delay?) {
        #expect(value(yaml, .delay) == expected)
    }

    @Test(
        arguments: [
            ("{working_day: 5, at: 17:30}", Deadline.Days.working(5), 1050),
            ("{day: 10, at: 09:00}", .calendar(10), 540),
            ("{day: 0}", .calendar(0), 1440), ("{at: 17:30}", nil, 0), ("{working_day: 5, day: 1}", nil, 0),
            ("{working_day: -1}", nil, 0),
        ] as [(String, Deadline.Days?, Int)])
    func deadlines(yaml: String, days: Deadline.Days?, minutes: Int) {
        let found = value(yaml, .deadline)
        #expect(found?.days == days && (found?.at.minutes ?? 0) == minutes)
    }

    @Test(
        arguments: [
            ("monthly", Frequency.every(.month)), ("half_yearly", .every(.half)), ("event", .event), ("once", .once),
            ("month", nil),
        ] as [(String, Frequency?)])
    func frequencies(yaml: String, expected: Frequency?) {
        #expect(value(yaml, .frequency) == expected)
    }

    @Test(
        arguments: [
            ("{at_least: 130}", Goal.atLeast(130)), ("{at_most: 2%}", .atMost(0.02)), ("{exactly: 0}", .exactly(0)),
            ("{between: [2, 5]}", .between(2, 5)), ("{between: [5, 2]}", nil), ("{between: [2]}", nil), ("{}", nil),
            ("{at_least: x}", nil), ("130", nil), ("{at_least: 1, exactly: 1}", nil),
            ("{not_falling: 4 periods}", .notFalling(periods: 4)), ("{not_rising: 1 period}", .notRising(periods: 1)),
            ("{not_falling: 0 periods}", nil), ("{not_falling: 4 months}", nil), ("{not_falling: 4}", nil),
        ] as [(String, Goal?)])
    func goals(yaml: String, expected: Goal?) {
        let (goal, ids) = read(yaml, .goal(usual: nil))
        #expect(goal?.goal == expected && ids.isEmpty == (expected != nil))
        #expect(ids.count <= 1, "one mistake is told once: \(ids)")
    }

    @Test func aUsualGoalNeedsNoMoreThanItsDay() {
        let (goal, ids) = read("{due: 2021-03-31}", .goal(usual: .atLeast(1)))
        #expect(goal?.goal == .atLeast(1) && goal?.due?.value == day("2021-03-31") && ids.isEmpty)
        #expect(read("{at_least: 90%}", .goal(usual: .atLeast(1))).value?.goal == .atLeast(0.9))
        #expect(read("{at_lest: 90%}", .goal(usual: .atLeast(1))).ids == ["unknown-key"])
    }

    @Test func aBaselineMayBeUnknown() {
        #expect(read("unknown", .baseline).ids.isEmpty && read("unknown", .baseline).value?.value == nil)
        #expect(read("77%", .baseline).value?.value == 0.77)
        #expect(read("unkown", .baseline).ids == ["wrong-type"])
    }

    @Test(
        arguments: [
            ("distinct_union", Aggregate.distinctUnion), ("sum_of_last", .sumOfLast), ("worst", .worst),
            ("{weighted_mean: {north: 2, South: 0}}", .weightedMean(["n": 2, "s": 0])), ("average", nil),
            ("{weighted_mean: {east: 1}}", nil), ("weighted_mean", nil), ("{mean: {north: 1}}", nil),
        ] as [(String, Aggregate?)])
    func aggregates(yaml: String, expected: Aggregate?) throws {
        let units = try UnitTree.build([
            Unit(id: "d", parent: nil, label: Label("depot")), Unit(id: "n", parent: "d", label: Label("north")),
            Unit(id: "s", parent: "d", label: Label("South")),
        ]).get()
        #expect(value(yaml, .aggregate(in: units)) == expected)
    }

    @Test func curves() {
        let year = DateRange(day("2021-01-01"), day("2021-12-31"))
        func curve(_ yaml: String, over range: DateRange? = nil, pace: PeriodLength = .quarter) -> Curve? {
            guard let range = range ?? year else { return nil }
            return value(yaml, .curve)?.curve(over: range, pace: pace)
        }
        #expect(curve("linear") == .linear(.days) && curve("s_curve") == .sCurve)
        #expect(curve("step") == .steps([.init(day("2021-12-31"), 1)]))
        #expect(curve("{linear: working_days}") == .linear(.workingDays))
        #expect(
            curve("{weights: [1, 1, 2, 2, 4, 3, 3, 2, 4, 3, 3, 2]}")
                == .weights(.month, [1, 1, 2, 2, 4, 3, 3, 2, 4, 3, 3, 2]))
        #expect(curve("{weights: [1, 2, 2, 1]}") == .weights(.quarter, [1, 2, 2, 1]), "the target's own periods")
        #expect(curve("{weights: {half_yearly: [1, 2]}}") == .weights(.half, [1, 2]))
        #expect(curve("{steps: {2021-05-30: 100%}}") == .steps([.init(day("2021-05-30"), 1)]))
        #expect(
            curve("{table: {2021-06-30: 0.4, 2021-12-31: 1}}")
                == .table([.init(day("2021-06-30"), 0.4), .init(day("2021-12-31"), 1)]))
        #expect(read("{steps: {2021-05-30: 120%}}", .curve).ids == ["bad-value"])
        #expect(
            curve("{history: {2019: [3, 1, 0, 4], 2020: [2, 2, 2, 2]}}")
                == .history(.quarter, [[3, 1, 0, 4], [2, 2, 2, 2]]))
        #expect(
            curve("{history: {2020: [1, 1, 2, 2, 4, 3, 3, 2, 4, 3, 3, 2]}}", pace: .week)
                == .history(.month, [[1, 1, 2, 2, 4, 3, 3, 2, 4, 3, 3, 2]]))
        #expect(read("{history: {}}", .curve).ids == ["bad-value"])
        #expect(read("{history: {2019: [3, -1]}}", .curve).ids == ["bad-value"])
    }

    @Test func oneTextIsALabelInBothLanguages() {
        #expect(value("Depot", .label) == Label(zh: "Depot", en: "Depot"))
        #expect(value("{zh: 仓库, en: Depot}", .label) == Label(zh: "仓库", en: "Depot"))
        #expect(read("{zh: 仓库}", .label).ids == ["missing-key"])
    }
}
