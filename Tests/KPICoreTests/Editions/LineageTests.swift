import Testing

@testable import KPICore

/// Which targets are editions of one and the same.
struct LineageTests {
    private func lineages(_ targets: [Target]) throws -> Lineages { try Lineages.build(targets).get() }

    private func flaws(_ targets: [Target]) -> [Lineages.Flaw] {
        if case .failure(let failure) = Lineages.build(targets) { failure.flaws } else { [] }
    }

    private func target(
        _ id: TargetID, _ window: DateRange = Samples.year, formerly: [TargetID] = [], validity: Validity? = nil
    ) -> Target {
        Samples.target(id, window: window, formerly: formerly, validity: validity)
    }

    private let year2023 = days("2023-01-01", "2023-12-31")

    @Test func oneIdOverYearsIsOneLineage() throws {
        let found = try lineages([
            target("a", Samples.year2022), target("b"), target("a"), target("a", year2023),
        ])
        #expect(found.all.map(\.id) == ["a", "b"])
        #expect(found.all[0].editions == [[2], [0], [3]], "by window, wherever they are written")
        #expect(found.targets[0].predecessor === found.targets[2] && found.targets[2].predecessor == nil)
        #expect(found.membership == [0, 1, 0, 0])
    }

    @Test func aNameGivenUpLeadsToTheLatest() throws {
        let found = try lineages([
            target("a"), target("b", Samples.year2022, formerly: ["a"]), target("c", year2023, formerly: ["b"]),
            target("other"),
        ])
        #expect(found.all.map(\.id) == ["c", "other"])
        #expect(found.all[0].formerly == ["a", "b"])
        #expect(found.targets.map(\.id) == ["c", "c", "c", "other"], "older editions go by the present name")
        #expect(found.index(of: "c") == 0 && found.index(of: "a") == nil)
    }

    @Test func aNameThatNoEditionIsWrittenUnderAnyMoreCountsToo() throws {
        let found = try lineages([target("b", Samples.year2022, formerly: ["a", "z"])])
        #expect(found.all[0].formerly == ["a", "z"])
    }

    @Test func everyEditionMaySayTheSameOfItsNames() {
        #expect(
            flaws([
                target("b", formerly: ["a"]), target("c", Samples.year2022, formerly: ["a", "b"]),
                target("c", year2023, formerly: ["a", "b"]),
            ]) == [])
    }

    @Test func windowsMayNotOverlap() {
        let half = days("2021-07-01", "2022-06-30")
        #expect(flaws([target("a"), target("a")]) == [.duplicate(0, 1)])
        #expect(flaws([target("a", half), target("a")]) == [.overlapping(1, 0)])
        #expect(flaws([target("a"), target("b", half, formerly: ["a"])]) == [.overlapping(0, 1)])
        #expect(flaws([target("a"), target("b", half)]) == [])
    }

    @Test func namesMayNotContradictEachOther() {
        #expect(
            flaws([target("a", formerly: ["z"]), target("b", Samples.year2022, formerly: ["z"])])
                == [.claimedTwice("z", 0, 1)])
        #expect(
            flaws([target("a", formerly: ["b"]), target("b", Samples.year2022, formerly: ["a"])])
                .contains(.circular("a", 1)))
        #expect(
            flaws([target("b", formerly: ["a"]), target("a", Samples.year2022)]) == [.outlived(1, by: 0)],
            "a name that was given up is not taken up again")
        #expect(flaws([target("a", formerly: ["a"])]) == [])
    }

    @Test func versionsFollowEachOtherWithinAWindow() throws {
        let first = target("a", validity: Validity(to: day("2021-06-30")))
        let second = target("a", validity: Validity(from: day("2021-07-01"), reason: "more to do"))
        let found = try lineages([second, target("a", Samples.year2022), first])
        #expect(found.all[0].editions == [[2, 0], [1]])
        #expect(found.targets[1].predecessor === found.targets[0])
        #expect(found.targets[0].counts(for: period("2021-07")) && !found.targets[0].counts(for: period("2021-06")))
        let open = try lineages([target("a"), second])
        #expect(!open.targets[0].counts(for: period("2021-07")), "a version ends where the next begins")
    }

    @Test func everyDayOfAWindowHasOneVersion() {
        let late = Validity(from: day("2021-07-01"), reason: "more to do")
        #expect(flaws([target("a"), target("a", validity: late), target("a", validity: late)]) == [.duplicate(1, 2)])
        #expect(
            flaws([target("a", validity: Validity(to: day("2021-07-31"))), target("a", validity: late)])
                == [.overlapping(0, 1)])
        #expect(
            flaws([target("a", validity: Validity(to: day("2021-05-31"))), target("a", validity: late)])
                == [.uncovered(1, days("2021-06-01", "2021-06-30"))])
        #expect(flaws([target("a", validity: late)]) == [.uncovered(0, days("2021-01-01", "2021-06-30"))])
        #expect(
            flaws([target("a", validity: Validity(to: day("2021-11-30")))])
                == [.uncovered(0, days("2021-12-01", "2021-12-31"))])
    }

    /// The week from 27 December 2021 to 2 January 2022.
    @Test func aWeekOverTheTurnOfTheYearBelongsToTheOldOne() throws {
        let found = try lineages([target("a"), target("a", Samples.year2022)])
        let week = period("2021-W52")
        #expect(found.targets[0].holds(week) && !found.targets[1].holds(week))
        #expect(found.targets[1].holds(week.next) && !found.targets[0].holds(week.next))
        let alone = target("a", Samples.year2022)
        #expect(alone.holds(week), "where there is no old one, it is cut off")
    }
}
