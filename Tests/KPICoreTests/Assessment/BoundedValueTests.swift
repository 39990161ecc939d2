import Testing

@testable import KPICore

/// Values that are known only within bounds: one may not be praised for what is not certain.
struct BoundedValueTests {
    private static let some = Quantity(lower: 130, upper: 139)  // 130余
    private static let nearly = Quantity(lower: nil, upper: 200)  // 近200

    private func whole(_ goal: Goal, _ value: Quantity, baseline: Double = 0) -> Assessment {
        let target = Samples.target(goal: goal, baseline: baseline)
        let report = Samples.bounded(on: "2021-06", value, at: "2021-07-01T00:00:00Z")
        return Samples.assess(target, [report], asOf: Samples.after("2021-06")).whole
    }

    @Test(
        arguments: [
            (Goal.atLeast(130), some, true), (.atLeast(131), some, false), (.atLeast(139), some, false),
            (.atMost(139), some, true), (.atMost(135), some, false), (.atMost(129), some, false),
            (.between(130, 139), some, true), (.between(130, 138), some, false), (.between(131, 139), some, false),
            (.exactly(130), some, false), (.atLeast(1), nearly, false), (.atMost(200), nearly, true),
            (.atMost(199), nearly, false), (.between(0, 200), nearly, false),
        ] as [(Goal, Quantity, Bool)])
    func aGoalIsMetWhereItIsCertain(goal: Goal, value: Quantity, isMet: Bool) {
        #expect(whole(goal, value).isAchieved == isMet)
    }

    @Test func progressUsesTheUnfavourableBound() {
        #expect(near(whole(.atLeast(260), Self.some).progress, 0.5))
        #expect(near(whole(.atMost(100), Self.some, baseline: 178).progress, 0.5), "139 on the way down from 178")
        #expect(whole(.atLeast(260), Self.some).value == 130 && whole(.atMost(100), Self.some).value == 139)
    }

    @Test func aMissingBoundIsNoValue() {
        let atLeast = whole(.atLeast(100), Self.nearly)
        #expect(atLeast.value == nil && atLeast.progress == nil && atLeast.light == .noData)
        #expect(whole(.atMost(100), Self.nearly, baseline: 300).value == 200)
    }

    @Test func exactIsWhatHasOneBoundTwice() {
        #expect(Quantity(5).isExact && Quantity.zero.isExact)
        #expect(!Self.some.isExact && !Self.nearly.isExact && !Quantity(lower: nil, upper: nil).isExact)
    }

    @Test func whatIsLeftIsLeastWhereMostIsTakenAway() {
        #expect(Self.some - Quantity(30) == Quantity(lower: 100, upper: 109))
        #expect(Self.some - Quantity(lower: 20, upper: 29) == Quantity(lower: 101, upper: 119))
        #expect(Self.some - Quantity(lower: 20, upper: nil) == Quantity(lower: nil, upper: 119))
    }
}
