import Testing

@testable import KPICore

/// A checklist of which each row is an item: done is not closed (销号).
struct RowItemsTests {
    private func target(_ columns: ItemColumns? = nil, isLive: Bool = false, where filter: String? = nil) -> Target {
        let all = ItemColumns(
            title: "title", due: "due", done: "done", owner: "owner", evidence: "evidence", verifiedBy: "verified")
        return Samples.target(
            kind: .checklist, goal: .atLeast(1), due: "2021-09-30", frequency: .event,
            source: Samples.fromDeeds(where: filter, dated: nil, isLive: isLive), composition: .rows(columns ?? all))
    }

    private func assess(
        _ target: Target, _ rows: [RegisterRow], after month: String = "2021-06"
    ) -> TargetAssessment {
        Samples.assess(target, [], rows, asOf: Samples.after(month), registers: [Samples.deeds])
    }

    private func item(
        _ id: String, due: String? = "2021-06-30", done: String? = "2021-06-01", owner: String? = "Li",
        evidence: String? = "ev/1.pdf", verified: String? = "Wang", in unit: UnitID? = nil
    ) -> RegisterRow {
        Samples.deed(
            id, "Measure \(id)", in: unit, due: due, done: done, owner: owner, evidence: evidence, verified: verified)
    }

    @Test func closedIsDoneWithEvidenceAndASecondPerson() {
        let rows = [
            item("1"), item("2", evidence: nil), item("3", verified: nil), item("4", verified: "Li"),
            item("5", evidence: ""), item("6", owner: nil), item("7", done: nil),
        ]
        let result = assess(target(), rows)
        #expect(
            result.parts.map(\.line) == [
                "1 closed 2021-06-01", "2 done 2021-06-01", "3 done 2021-06-01", "4 done 2021-06-01",
                "5 done 2021-06-01", "6 closed 2021-06-01", "7 overdue",
            ])
        #expect(result.whole.measurement == .ratio(2, 7), "done but not closed does not count")
        #expect(result.parts.map(\.isDone) == [true, true, true, true, true, true, false])
        #expect(result.parts.allSatisfy { $0.needsClosing } && result.parts[0].label.zh == "Measure 1")
        #expect(result.parts[0].owner == "Li")
    }

    @Test func asFarAsTheRegisterHasSuchColumns() {
        let rows = [item("1", evidence: nil, verified: nil), item("2", done: nil)]
        let bare = assess(target(ItemColumns(due: "due", done: "done")), rows)
        #expect(bare.parts.map(\.line) == ["1 done 2021-06-01", "2 overdue"])
        #expect(bare.parts[0].label.zh == "Measure 1", "the register's own title where none is named")
        #expect(bare.whole.measurement == .ratio(1, 2) && bare.parts.allSatisfy { !$0.needsClosing })
        let witnessed = assess(target(ItemColumns(done: "done", evidence: "evidence")), [item("1", verified: nil)])
        #expect(witnessed.parts.map(\.state) == [.closed])
        let anybody = assess(target(ItemColumns(done: "done", verifiedBy: "verified")), [item("1", verified: "Li")])
        #expect(anybody.parts.map(\.state) == [.closed], "with no owner named, anybody is a second person")
    }

    @Test func lateIsDoneAfterItsDayClosedOrNot() {
        let rows = [
            item("1", done: "2021-07-01"), item("2", done: "2021-07-01", verified: nil),
            item("3", done: "2021-06-30"), item("4", due: nil, done: "2021-07-01"), item("5", due: nil, done: nil),
        ]
        let july = assess(target(), rows, after: "2021-07")
        #expect(july.parts.map(\.state) == [.closed, .doneLate, .closed, .closed, .open])
        #expect(july.parts.map(\.isLate) == [true, true, false, false, false])
        #expect(july.parts[3].due == day("2021-09-30"), "the target's own day")
        let june = assess(target(), rows)
        #expect(
            june.parts.map(\.state) == [.overdue, .overdue, .closed, .open, .open], "what is done later is not done")
        #expect(june.parts.map(\.value) == [0, 0, 1, 0, 0])
    }

    @Test(arguments: [("2021-06-30", PartState.open), ("2021-07-01", .overdue)])
    func theDueDayItselfIsNotLateOnALiveTarget(today: String, expected: PartState) {
        let result = Samples.assess(
            target(isLive: true), [], [item("1", done: nil)], asOf: moment("\(today)T09:00:00Z"),
            registers: [Samples.deeds])
        #expect(result.parts.map(\.state) == [expected])
    }

    @Test func eachUnitHasItsOwn() {
        let rows = [
            item("1", in: "north"), item("2", verified: nil, in: "north"), item("3", in: "south"), item("4"),
        ]
        let result = assess(target(), rows)
        #expect(result.units.map { $0?.measurement } == [.ratio(3, 4), .ratio(1, 2), .ratio(1, 1)])
        #expect(result.parts.map(\.unit) == ["north", "north", "south", nil])
    }

    @Test func onlyRowsThatPassTheFilterAreItems() {
        let rows = [item("2"), item("1", owner: "Zhao")]
        #expect(assess(target(), rows).parts.map(\.id) == ["1", "2"], "in the order of their keys")
        #expect(assess(target(where: "owner == \"Li\""), rows).parts.map(\.id) == ["2"])
        #expect(assess(target(where: "owner == \"Wu\""), rows).whole.light == .noData, "nothing to be done of nothing")
    }
}
