import CEL
import Diagnostics
import KPICore
import Testing

@testable import KPIConfiguration

/// What a target of each kind is read as, and what its kind says where it says nothing.
struct KindTests {
    private func day(_ text: String) -> LocalDate {
        guard let date = LocalDate(text) else { preconditionFailure("no day: \(text)") }
        return date
    }

    private func target(_ id: TargetID, _ changes: [(String, String)] = []) throws -> Target {
        let depot = try Depot()
        for (from, to) in changes { try depot.replace(from, with: to, in: "config/targets/third.yaml") }
        let (configuration, diagnostics) = depot.load()
        #expect(diagnostics.map(\.message) == [])
        return try #require(configuration?.catalog[id])
    }

    private func measure(_ target: Target) throws -> RegisterMeasure {
        guard case .register(let measure) = target.source else { throw Depot.NotThere(text: "a register") }
        return measure
    }

    @Test func aMilestoneHasStages() throws {
        let hall = try target("new-hall")
        guard case .stages(let stages) = hall.composition else {
            Issue.record("stages")
            return
        }
        #expect(stages.map(\.id) == ["plan", "permit", "opening"] && stages.map(\.weight) == [1, 2, 1])
        #expect(stages.map(\.due) == [day("2021-03-31"), day("2021-06-30"), day("2021-11-30")])
        #expect(stages[0].label == Label(zh: "图纸", en: "Drawings") && stages[1].label == Label("permit"))
        let requirement = try #require(stages[1].requirement)
        #expect(requirement.label.en == "Pages" && requirement.goal == .atLeast(12) && requirement.number.type == .int)
        #expect(hall.goal == .atLeast(1) && hall.isVeto && hall.formerly == ["hall-3", "third-hall"])
        let measure = try measure(hall)
        #expect(measure.part == "stage" && measure.isLive && measure.filter != nil)
        #expect(hall.plan.isStepped && hall.plan.share(at: day("2021-03-30")) == 0)
        #expect(hall.plan.share(at: day("2021-03-31")) == 0.25 && hall.plan.share(at: day("2021-06-30")) == 0.75)
    }

    @Test func aMilestoneIsDueWithItsLastStage() throws {
        let hall = try target(
            "new-hall", [("goal: {due: 2021-11-30}\n    ", ""), ("{id: opening}", "{id: opening, due: 2021-10-01}")])
        #expect(hall.due == day("2021-10-01") && hall.plan.share(at: day("2021-10-01")) == 1)
    }

    @Test func aMilestoneWithoutStagesHasOne() throws {
        let mood = try target(
            "mood",
            [
                ("    measured: false\n", "    goal: {due: 2021-05-31}\n    reporters: [depot]\n"),
                (
                    "goal: {due: 2021-05-31}\n    reporters: [depot]\n    policy: kept",
                    "goal: {due: 2021-05-31}\n    reporters: [depot]\n    policy: steady"
                ),
            ])
        guard case .stages(let stages) = mood.composition else {
            Issue.record("stages")
            return
        }
        #expect(stages.map(\.id) == ["done"] && stages[0].due == day("2021-05-31") && mood.reporters == ["depot"])
    }

    @Test func aGateLooksAtItsRegisterDayByDay() throws {
        let inspected = try target("inspected")
        let measure = try measure(inspected)
        #expect(measure.invariant != nil && measure.isLive && inspected.goal == .atMost(0))
        #expect(inspected.baseline == nil && inspected.direction == .decrease)
        #expect(
            try !self.measure(target("inspected", [("invariant: checked", "invariant: checked, live: false")])).isLive)
    }

    @Test func aCadenceWantsSoMuchInEveryPeriod() throws {
        let drills = try target("drills")
        guard case .periods(.quarter, atLeast: 2) = drills.composition else {
            Issue.record("\(String(describing: drills.composition))")
            return
        }
        #expect(drills.baseline == nil && drills.goal == .atLeast(1) && drills.form == .delta)
        #expect(
            drills.exemptions == [Exemption(unit: "south", from: nil, to: day("2021-03-31"), reason: "not open yet")])
        let monthly = (
            "frequency: quarterly\n    every: {period: quarterly, at_least: 2}",
            "frequency: monthly\n    every: monthly"
        )
        guard case .periods(.month, atLeast: 1) = try target("drills", [monthly]).composition else {
            Issue.record("a period alone wants one")
            return
        }
    }

    @Test func theItemsOfAChecklistAreListedOrRows() throws {
        let repairs = try target("repairs")
        guard case .rows(let columns) = repairs.composition else {
            Issue.record("rows")
            return
        }
        #expect(
            columns
                == ItemColumns(
                    title: "title", due: "due", done: "done_on", owner: "owner", evidence: "proof",
                    verifiedBy: "seen_by"))
        #expect(abs(repairs.plan.share(at: day("2021-03-31")) - 0.3125) < 1e-12, "3 of 8 and 2 of 8")
        let training = try target("training")
        guard case .items(let items) = training.composition else {
            Issue.record("items")
            return
        }
        #expect(
            items == [
                Item(id: "crane", label: Label("crane")),
                Item(
                    id: "fire", label: Label("Fire safety"), atLeast: 4, due: day("2021-04-30"), owner: "A. Meyer"),
            ])
        #expect(training.plan.share(at: day("2021-04-30")) == 0.5, "items with days of their own are planned by them")
        #expect(training.plan.share(at: day("2021-10-31")) == 1)
    }

    @Test func theMembersOfACoverageAreListedOrTheValuesOfAColumn() throws {
        let reach = try target("reach")
        guard case .members(.listed(let members), atLeast: 3) = reach.composition else {
            Issue.record("members")
            return
        }
        #expect(
            members == [
                Members.Member(id: "north", label: Label(zh: "北库", en: "North Hall")),
                Members.Member(id: "south", label: Label("The new one")),
            ])
        let measure = try measure(reach)
        #expect(measure.part == "hall" && measure.distinct == "load_id")
        guard case .members(.register("repairs", column: "owner"), atLeast: 1) = try target("workers").composition
        else {
            Issue.record("members of a register")
            return
        }
    }

    @Test func aRankIsOneOfSoMany() throws {
        let place = try target("place")
        #expect(place.outOf == 12 && place.goal == .atMost(3) && place.baseline == nil && place.form == .level)
        #expect(place.aggregate == .worst && place.direction == .decrease)
    }

    @Test func aTrendHasNoNumberToReach() throws {
        let stock = try target("stock")
        #expect(stock.goal == .notFalling(periods: 4) && stock.baseline == nil && stock.direction == .increase)
        #expect(stock.aggregate == .weightedMean(["north": 2, "south": 1]) && stock.form == .level)
    }

    @Test func rowsHaveNumbersOfTheirOwn() throws {
        let answer = try target("answer")
        let measure = try measure(answer)
        #expect(measure.value?.type == .int && measure.aggregate == .median && !measure.isLive)
        #expect(answer.baseline == 20 && answer.direction == .decrease)
    }

    @Test func aStockMayBeCarried() throws {
        let sold = try target("sold")
        #expect(sold.openingStock == .known(40) && sold.form == .cumulative && sold.aggregate == .sumOfLast)
    }

    @Test func whatNobodyMeasuresIsATargetAllTheSame() throws {
        guard case .unmeasured = try target("mood").source else {
            Issue.record("unmeasured")
            return
        }
    }

    @Test func aRegisterSaysWhatPeopleCallItsRows() throws {
        let catalog = try #require(try Depot().load().configuration?.catalog)
        let repairs = try #require(catalog.registers["repairs"])
        #expect(repairs.title == "title" && repairs.knownFrom == .always)
        #expect(catalog.registers["loads"]?.title == nil && catalog.registers["loads"]?.knownFrom == .column("sent_on"))
    }

    @Test func thingsThatAreToldApartAreUnited() throws {
        let heavy = try #require(try Depot().load().configuration?.catalog["heavy"])
        #expect(heavy.aggregate == .distinctUnion)
    }
}
