import Testing

@testable import KPICore

struct ControlChartTests {
    private func causes(_ values: [Double]) -> [String] {
        (ControlChart(values)?.specialCauses ?? []).map {
            "\($0.sign.rawValue) \($0.span.lowerBound)-\($0.span.upperBound) \($0.isUp ? "up" : "down")"
        }
    }

    /// Ten, and a little up and down around it.
    private static let calm: [Double] = [10, 11, 9, 10, 11, 10, 9, 10, 11, 9, 10, 11, 9, 10]

    @Test func limitsOfACalmSeries() throws {
        let chart = try #require(ControlChart([10, 12, 11, 13]))
        #expect(near(chart.mean, 11.5) && near(chart.meanMovingRange, 5.0 / 3) && chart.dropped == 0)
        #expect(near(chart.lowerLimit, 11.5 - 2.66 * 5 / 3) && near(chart.upperLimit, 11.5 + 2.66 * 5 / 3))
        #expect(chart.isOnTrial && ControlChart(Self.calm)?.isOnTrial == false)
        #expect(causes(Self.calm) == [])
    }

    @Test func aStepTooLargeDoesNotWidenTheLimits() throws {
        let jump = [10, 11, 10, 11, 10, 11, 10, 41, 42, 41, 42, 41, 42.0]
        let chart = try #require(ControlChart(jump))
        #expect(chart.dropped == 1 && near(chart.meanRangeKept, 1))
        #expect(chart.meanMovingRange > 3)
    }

    @Test func nothingScattersUnderTwoFigures() {
        #expect(ControlChart([]) == nil && ControlChart([3]) == nil)
        let flat = ControlChart([3, 3, 3, 3, 3, 3, 3, 3])
        #expect(flat?.lowerLimit == 3 && flat?.upperLimit == 3 && flat?.dropped == 0 && flat?.specialCauses == [])
    }

    @Test func aFigureOutsideTheLimits() {
        #expect(causes(Self.calm + [20] + Self.calm).contains("outside 14-14 up"))
        #expect(causes(Self.calm + [0] + Self.calm).contains("outside 14-14 down"))
    }

    @Test func sevenOnOneSide() {
        let low = [8, 9, 8, 9, 8, 9, 8.0]
        let high = [12, 11, 12, 11, 12, 11, 12.0]
        #expect(causes(low + high).filter { $0.hasPrefix("shift") } == ["shift 0-6 down", "shift 7-13 up"])
        #expect(causes(low.dropLast() + high.dropLast()).filter { $0.hasPrefix("shift") } == [])
    }

    @Test func sevenRising() {
        let rising = [1, 2, 3, 4, 5, 6, 7.0]
        #expect(causes(Self.calm + rising).contains { $0.hasPrefix("trend 14-20 up") })
        #expect(causes(rising.reversed() + [1]).contains("trend 0-6 down"))
        #expect(
            !causes(Array(rising.dropLast()) + [6]).contains { $0.hasPrefix("trend") }, "six, and one that is the same")
    }

    @Test func twoOfThreeNearALimit() {
        #expect(causes(Self.calm + [13, 10, 13] + Self.calm).contains("near_limit 14-16 up"))
        #expect(!causes(Self.calm + [13, 10, 7] + Self.calm).contains { $0.hasPrefix("near_limit") }, "on both sides")
    }
}
