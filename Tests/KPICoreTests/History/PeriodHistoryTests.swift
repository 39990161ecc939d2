import Testing

@testable import KPICore

/// How the periods of a target went: as they were judged when they were due, and as they are known by now.
struct PeriodHistoryTests {
    private func report(
        _ month: String, _ value: Double?, from unit: UnitID = "north", revision: Int = 1, at submitted: String? = nil
    ) -> Observation {
        Samples.report(
            from: unit, on: month, value, revision: revision, at: submitted ?? "\(period(month).last)T09:00:00Z")
    }

    private func records(
        of target: Target = Samples.target(allocation: ["north": 120]), _ reports: [Observation], asOf: Instant,
        unit: Int = UnitTree.root, units: UnitTree = Samples.tree(), policies: [LightPolicy] = [Samples.pace]
    ) -> [PeriodRecord] {
        PeriodHistory(
            Samples.catalog([target], units: units, policies: policies), Samples.facts(reports), asOf: asOf
        ).records(of: 0, unit: unit)
    }

    private static let held = LightPolicy(id: "held", label: Label("held"), measure: .held, bands: [])

    private func states(_ records: [PeriodRecord]) -> [PeriodRecord.State] { records.map(\.state) }

    /// 120 in a year are 10 a month. What March brings covers what February lacked; April's lack is nobody's yet.
    @Test func whatIsReachedLaterMakesUpForWhatWasMissed() {
        let reports = [report("2021-01", 10), report("2021-02", 2), report("2021-03", 18), report("2021-04", 0)]
        let february = records(reports, asOf: Samples.after("2021-02"))
        #expect(states(february) == [.met, .missed])
        let april = records(reports, asOf: Samples.after("2021-04"))
        #expect(states(april) == [.met, .madeUp, .met, .missed])
        #expect(april.map(\.then.light) == [.onTrack, .atRisk, .onTrack, .atRisk], "the red stays red")
        #expect(
            april.map(\.then.value) == [10, 12, 30, 30] && april.map(\.isCorrected) == [false, false, false, false])
        #expect(near(april[1].planned, 59.0 / 365) && april[1].due == moment("2021-03-03T12:00:00Z"))
        #expect(april.map(\.period.description) == ["2021-01", "2021-02", "2021-03", "2021-04"])
    }

    @Test func aFigureThatCameTooLateWasMissingAndIsMadeUp() {
        let late = report("2021-01", 10, at: "2021-02-20T00:00:00Z")
        let found = records([late], asOf: Samples.after("2021-01"))
        #expect(states(found) == [.missing] && found[0].then.value == nil && !found[0].isCorrected)
        let later = records([late], asOf: moment("2021-02-21T00:00:00Z"))
        #expect(states(later) == [.madeUp] && later[0].isCorrected)
        #expect(later[0].then.light == .noData && later[0].now.light == .onTrack && later[0].now.value == 10)
    }

    @Test func aCorrectionMakesUpForAMonthAndTakesNothingFromOne() {
        let reports = [
            report("2021-01", 5), report("2021-01", 10, revision: 2, at: "2021-02-20T00:00:00Z"),
            report("2021-02", 10), report("2021-02", 1, revision: 2, at: "2021-03-20T00:00:00Z"),
        ]
        let found = records(reports, asOf: moment("2021-03-21T00:00:00Z"))
        #expect(states(found) == [.madeUp, .met] && found.map(\.isCorrected) == [true, true])
        #expect(found[1].then.value == 20 && found[1].now.value == 11)
    }

    /// What was circulated can be computed again at any moment of the past.
    @Test func whatWasCirculatedStaysAsItWas() {
        let reports = [
            report("2021-01", 10), report("2021-02", 10), report("2021-03", 2),
            report("2021-01", 20, revision: 2, at: "2021-05-20T00:00:00Z"),
        ]
        let before = records(reports, asOf: moment("2021-05-19T00:00:00Z"))
        #expect(states(before) == [.met, .met, .missed, .missed])
        #expect(before.allSatisfy { $0.now == $0.then })
        let after = records(reports, asOf: moment("2021-05-21T00:00:00Z"))
        #expect(after.map(\.then) == before.map(\.then), "whenever one looks")
        #expect(after.map(\.now.value) == [20, 30, 32, 32])
        #expect(states(after) == [.met, .met, .madeUp, .missed])
        #expect(records(reports, asOf: moment("2021-05-19T00:00:00Z")) == before, "looked back at")
    }

    /// A better place now does not make the place then any better; nor does a rate of another month.
    @Test func whatDoesNotAddUpIsMadeUpByCorrectionsAlone() {
        let rank = Samples.target(
            "rank", kind: .rank, goal: .atMost(3), baseline: nil, direction: .decrease, allocation: ["north": 3],
            form: .level, policy: "held")
        func place(_ month: String, _ value: Double, revision: Int = 1, at: String? = nil) -> Observation {
            Samples.report(
                "rank", on: month, value, form: .level, revision: revision, at: at ?? "\(period(month).last)T00:00:00Z")
        }
        let reports = [place("2021-01", 5), place("2021-02", 2)]
        let found = records(of: rank, reports, asOf: Samples.after("2021-02"), policies: [Self.held])
        #expect(states(found) == [.missed, .met])
        let corrected = records(
            of: rank, reports + [place("2021-01", 3, revision: 2, at: "2021-03-04T00:00:00Z")],
            asOf: moment("2021-03-05T00:00:00Z"), policies: [Self.held])
        #expect(states(corrected) == [.madeUp, .met])
    }

    @Test func aRateOfReportingIsMadeUpByTheReportsOfItsMonth() {
        let rate = Samples.target(
            "rate", kind: .ratio, goal: .atLeast(1), baseline: nil, source: .reporting(.completeness), policy: "held")
        let visits = Samples.target(allocation: ["north": 60, "south": 60])
        let reports =
            [report("2021-01", 5), report("2021-01", 5, from: "south", at: "2021-02-20T00:00:00Z")]
            + [report("2021-02", 5)] + ["north", "south"].map { report("2021-03", 5, from: $0) }
        let history = PeriodHistory(
            Samples.catalog([rate, visits], policies: [Samples.pace, Self.held]), Samples.facts(reports),
            asOf: Samples.after("2021-03"))
        let found = history.records(of: 0)
        #expect(states(found) == [.madeUp, .missed, .met] && found.map(\.then.value) == [0.5, 0.5, 1])
        #expect(found.map(\.now.value) == [1, 0.5, 1])
    }

    @Test func whatHasNoMeasureOrNothingToBeJudgedByIsNotMissing() {
        let reports = [report("2021-01", 10)]
        let after = Samples.after("2021-01")
        #expect(records(of: Samples.target(source: .unmeasured), reports, asOf: after).isEmpty)
        let stock = Samples.target(baseline: nil, allocation: ["north": 120])
        #expect(states(records(of: stock, reports, asOf: after)) == [.notJudged])
        #expect(states(records(of: stock, [], asOf: after)) == [.missing])
        let free = Samples.target(
            allocation: ["north": 60, "south": 60], exemptions: [Exemption(unit: "south", to: day("2021-01-31"))])
        let found = records(of: free, [], asOf: Samples.after("2021-02"), unit: 2)
        #expect(states(found) == [.notJudged, .missing], "nobody owed January's report")
        #expect(states(records(of: free, [], asOf: Samples.after("2021-02"))) == [.missing, .missing], "north did")
    }

    @Test func whatComesWhenItHappensIsNotMissingBefore() {
        let once = Samples.target(
            curve: .steps([.init(day("2021-03-31"), 1)]), allocation: ["north": 120], frequency: .once,
            form: .cumulative)
        let figure = Samples.report(on: "2021-03", 120, form: .cumulative, at: "2021-04-01T00:00:00Z")
        #expect(states(records(of: once, [figure], asOf: Samples.after("2021-03"))) == [.notJudged, .notJudged, .met])
    }

    @Test func aUnitHasTheMonthsInWhichItWasThere() {
        let units = Samples.tree([
            Samples.unit("all", below: nil), Samples.unit("north", below: "all", from: "2021-02-10", to: "2021-03-05"),
        ])
        let found = records([report("2021-02", 50)], asOf: Samples.after("2021-05"), unit: 1, units: units)
        #expect(found.map(\.period.description) == ["2021-02", "2021-03"])
        #expect(records([], asOf: Samples.after("2021-05"), units: units).count == 5, "the whole has them all")
    }

    /// A goal that is raised from July on takes nothing from the months before, and those of another year are not told.
    @Test func eachPeriodIsJudgedByTheVersionThatCountsForIt() throws {
        func version(_ goal: Double, from: String? = nil) -> Target {
            Samples.target(
                goal: .atLeast(goal), allocation: ["north": goal],
                validity: from.map { Validity(from: day($0), reason: "more is asked") })
        }
        let next = Samples.target(window: days("2022-01-01", "2022-12-31"), allocation: ["north": 120])
        let catalog = Samples.catalog([version(120), version(240, from: "2021-07-01"), next])
        let reports = (1...8).map { report("2021-0\($0)", 10) }
        let history = PeriodHistory(catalog, Samples.facts(reports), asOf: Samples.after("2021-08"))
        for index in [0, 1] {
            let found = history.records(of: index)
            #expect(found.map(\.state) == Array(repeating: .met, count: 6) + [.missed, .missed])
            #expect(found.map(\.period.description) == (1...8).map { "2021-0\($0)" })
        }
        #expect(history.records(of: 2).isEmpty, "none of it is due")
    }

    @Test func onlyWhatIsDueIsTold() {
        let target = Samples.target(window: days("2021-03-15", "2021-05-20"), allocation: ["north": 120])
        func months(_ asOf: String) -> [String] {
            records(of: target, [], asOf: moment(asOf)).map { "\($0.period) \($0.ref)" }
        }
        #expect(months("2021-04-05T11:59:59Z") == [])
        #expect(months("2021-04-05T12:00:00Z") == ["2021-03 2021-03-31"])
        #expect(months("2022-01-01T00:00:00Z").last == "2021-05 2021-05-20", "the window cuts the last one off")
        let history = PeriodHistory(Samples.catalog([target]), Facts(), asOf: moment("2022-01-01T00:00:00Z"))
        #expect(history.records(of: 0, latest: 2).map(\.period.description) == ["2021-04", "2021-05"])
    }
}
