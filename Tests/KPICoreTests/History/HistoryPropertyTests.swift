import TestSeeds
import Testing

@testable import KPICore

/// A record is what the engine judged, whatever came in what order.
struct HistoryPropertyTests {
    @Test(arguments: seeds(4))
    func eachRecordIsWhatWasJudgedAtItsDeadline(seed: Int) {
        var world = RandomWorld(seed: 300 + seed)
        let asOf = max(RandomLedger.moment(&world.random), moment("2021-03-10T00:00:00Z"))
        let history = PeriodHistory(world.catalog, world.facts, asOf: asOf)
        var compared = 0
        for index in world.catalog.targets.indices {
            for unit in [0, 1] {
                for record in history.records(of: index, unit: unit) {
                    let then = Assessor(world.catalog, world.facts, asOf: record.due)
                    if !world.catalog.targets[index].isLive {
                        #expect(then.judgedDay(of: world.catalog.targets[index]) == record.ref)
                    }
                    let now = Assessor(world.catalog, world.facts, asOf: asOf)
                    for (assessor, look) in [(then, record.then), (now, record.now)] {
                        let found = assessor.assess(index, at: record.ref).units[unit]
                        #expect(found?.measurement == look.measurement && found?.value == look.value)
                        #expect((found?.light ?? .noData) == look.light)
                    }
                    compared += 1
                }
            }
        }
        #expect(compared >= 12)
    }

    /// No order of arrival and no moment of looking changes what was circulated.
    @Test(arguments: seeds(3))
    func whatWasJudgedDoesNotDependOnWhenOneLooks(seed: Int) {
        var world = RandomWorld(seed: 400 + seed)
        let (early, late) = (moment("2021-04-20T00:00:00Z"), RandomLedger.moment(&world.random))
        for index in world.catalog.targets.indices {
            let before = PeriodHistory(world.catalog, world.facts, asOf: min(early, late)).records(of: index)
            let after = PeriodHistory(world.catalog, world.facts, asOf: max(early, late)).records(of: index)
            #expect(after.prefix(before.count).map(\.then) == before.map(\.then))
            for (before, after) in zip(before, after) where before.state == .met { #expect(after.state == .met) }
            #expect(after.allSatisfy { $0.state != .madeUp || !$0.then.light.isGood })
        }
    }
}
