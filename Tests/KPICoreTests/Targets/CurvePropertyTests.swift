import TestSeeds
import Testing

@testable import KPICore

/// What holds of every plan, tried on plans of every shape with random lengths and numbers.
struct CurvePropertyTests {
    private static func curve(over range: DateRange, _ random: inout SeededGenerator) -> Curve {
        func points() -> [Curve.Point] {
            var offsets = Set(
                (0..<Int.random(in: 0...5, using: &random)).map { _ in
                    Int.random(in: 0..<range.days, using: &random)
                })
            offsets.insert(range.days - 1)
            var share = 0.0
            return offsets.sorted().map { offset in
                share = offset == range.days - 1 ? 1 : Double.random(in: share...1, using: &random)
                return Curve.Point(range.first.adding(days: offset), share)
            }
        }
        let length = PeriodLength.allCases.randomElement(using: &random) ?? .month
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return .linear(.days)
        case 1: return .linear(.workingDays)
        case 2: return .linear(.periods)
        case 3: return .sCurve
        case 4: return .steps(points())
        case 5: return .table(points())
        case 6:
            return .history(
                length,
                (0..<3).map { _ in
                    length.periods(in: range).map { _ in Double(Int.random(in: 1...9, using: &random)) }
                })
        default:
            var weights = length.periods(in: range).map { _ in Double(Int.random(in: 0...4, using: &random)) }
            weights[weights.count - 1] += 1
            return .weights(length, weights)
        }
    }

    @Test(arguments: seeds(30))
    func everyPlanRisesToOneAndComesBack(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let first = day("2020-11-01").adding(days: Int.random(in: 0..<400, using: &random))
        // Four days hold a weekday whichever they are.
        let range = try #require(DateRange(first, first.adding(days: Int.random(in: 3..<500, using: &random))))
        let curve = Self.curve(over: range, &random)
        let pace = PeriodLength.allCases.randomElement(using: &random) ?? .month
        let plan = try PlanCurve(curve, over: range, pace: pace, calendar: Samples.weekdays)

        var before = plan.share(at: first.adding(days: -1))
        #expect(before == 0)
        for offset in 0..<range.days {
            let date = first.adding(days: offset)
            let share = plan.share(at: date)
            #expect(share >= before && share <= 1, "\(curve) on \(date)")
            before = share
            guard let day = plan.day(reaching: share) else {
                #expect(plan.isStepped)
                continue
            }
            // The earliest day on which so much is planned is not after the one on which it is.
            #expect(day <= Double(offset + 1) + 1e-6 && day >= 0, "\(curve) on \(date)")
            let floor = plan.share(at: first.adding(days: Int(day.rounded(.down)) - 1))
            #expect(floor <= share + 1e-9, "\(curve) on \(date)")
        }
        #expect(abs(before - 1) <= 1e-9)
        #expect(plan.share(at: range.last.adding(days: 30)) == before)
    }
}
