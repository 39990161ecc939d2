import TestSeeds
import Testing

@testable import KPICore

/// What holds of every kind of target, tried on random ones.
struct KindPropertyTests {
    /// Everything that is judged and shown, as text.
    private func shown(_ assessment: TargetAssessment) -> [String] {
        assessment.units.map { $0.map(shown) ?? "-" } + assessment.parts.map { "\($0)" }
    }

    private func shown(_ unit: Assessment) -> String {
        "\(String(describing: unit.measurement)) \(unit.course) \(unit.verdict) \(unit.report)"
    }

    /// From best to worst. Where nothing is planned yet, begun is better than not.
    private func badness(_ assessment: Assessment) -> Int {
        [.achieved, .onTrack, .attention, .atRisk, .offTrack, .notStarted, .noData].firstIndex(of: assessment.light)
            ?? 0
    }

    @Test(arguments: Kind.allCases, seeds(1))
    func theOrderOfArrivalDoesNotMatter(kind: Kind, seed: Int) {
        var world = KindWorld(kind, seed: seed)
        world.more()
        world.more()
        let expected = shown(world.assess())
        for _ in 0..<2 {
            let reports = world.reports.shuffled(using: &world.random)
            let rows = world.rows.shuffled(using: &world.random)
            #expect(shown(world.assess(reports, rows)) == expected)
        }
    }

    /// More never makes the light worse, or, where less is better, never makes it better.
    @Test(arguments: Kind.allCases, seeds(1))
    func theLightFollowsTheValue(kind: Kind, seed: Int) throws {
        var world = KindWorld(kind, seed: seed)
        var before = world.assess().whole
        for _ in 0..<3 {
            world.more()
            let after = world.assess().whole
            let (less, more) = try (#require(before.value), #require(after.value))
            #expect(more >= less - 1e-9)
            if case .atMost = world.target.goal {
                #expect(badness(after) >= badness(before), "\(less) \(before.light), and \(more) \(after.light)")
            } else {
                #expect(badness(after) <= badness(before), "\(less) \(before.light), and \(more) \(after.light)")
            }
            before = after
        }
    }

    /// Up and down are the same thing seen from two sides.
    @Test(arguments: Kind.allCases, seeds(1))
    func aMirrorChangesNoLight(kind: Kind, seed: Int) {
        let world = FigureWorld(kind, seed: seed)
        for month in ["2021-03", "2021-07"] {
            let pairs = zip(world.assess(month: month).units, world.assessInAMirror(month: month).units)
            // Of whom nothing is asked, neither side of a value counts against.
            for case (let straight?, let mirrored?) in pairs where straight.goal != nil {
                func numbers(_ unit: Assessment) -> [Double?] {
                    [
                        unit.progress, unit.planned, unit.gapPoints, unit.paceRatio, unit.paceRatioPeriods,
                        unit.daysBehind, unit.timeRatio, unit.requiredOverCurrent, unit.course.setback,
                    ]
                }
                #expect(numbers(straight) == numbers(mirrored))
                #expect(straight.verdict == mirrored.verdict && straight.isAchieved == mirrored.isAchieved)
                #expect(straight.course.achievedOn == mirrored.course.achievedOn)
                #expect(straight.course.hasRegressed == mirrored.course.hasRegressed)
                #expect(straight.course.change == mirrored.course.change.map { -$0 })
                #expect(straight.course.trend == mirrored.course.trend.map { -$0 })
                #expect(straight.value == mirrored.value.map { -$0 })
            }
        }
    }

    @Test(arguments: Kind.allCases, seeds(1))
    func aUnitOfWeightZeroChangesNothing(kind: Kind, seed: Int) {
        let world = FigureWorld(
            kind, seed: seed, aggregate: .weightedMean(["north": 2, "south": 0.5, "pier": 0]))
        let others = world.reports.filter { $0.key.unit != "pier" }
        for month in ["2021-02", "2021-06"] {
            let all = world.assess(month: month).whole
            #expect(shown(all) == shown(world.assess(month: month, reports: others).whole))
        }
    }
}
