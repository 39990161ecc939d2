import Testing

@testable import KPICore

/// How one year follows another.
struct TakeoverTests {
    private let catalog = Samples.catalog(
        [Samples.visits(), Samples.visits(240, in: Samples.year2022)],
        rules: [Samples.rule("low", when: [.warning: "pace_ratio < 0.9"])])
    private let facts = Samples.facts([
        Samples.report(on: "2021-11", 50, at: "2021-12-01T00:00:00Z"),
        Samples.report(on: "2022-01", 1, at: "2022-02-01T00:00:00Z"),
    ])

    private func shown(_ text: String, _ facts: Facts? = nil) throws -> TargetStatus {
        let document = Samples.status(catalog, facts ?? self.facts, asOf: text)
        #expect(document.targets.count == 1)
        return try #require(document.targets.first)
    }

    @Test func decemberIsJudgedInJanuary() throws {
        for moment in ["2021-12-31T23:00:00Z", "2022-01-20T00:00:00Z", "2022-02-03T11:59:59Z"] {
            let visits = try shown(moment)
            #expect(visits.edition.from == "2021-01-01" && visits.whole.goal == 120 && visits.past.isEmpty, "\(moment)")
        }
        #expect(try shown("2022-01-05T12:00:00Z").whole.ref == "2021-12-31")
    }

    @Test func januaryTakesOverWhenItIsDue() throws {
        let visits = try shown("2022-02-03T12:00:00Z")
        #expect(visits.edition.from == "2022-01-01" && visits.edition.to == "2022-12-31")
        #expect(visits.whole.goal == 240 && visits.whole.value == 1 && visits.whole.ref == "2022-01-31")
        #expect(
            visits.past.map { "\($0.from) \($0.value ?? -1) \($0.light) \($0.achieved ?? true)" }
                == ["2021-01-01 50.0 off_track false"])
        #expect(visits.past[0].goal == 120 && near(visits.past[0].progress, 50.0 / 120))
    }

    @Test func betweenTheYearsTheNextReportIsTheNewOnes() throws {
        #expect(try shown("2022-01-03T00:00:00Z").whole.nextDue == "2022-01-05T12:00:00+00:00")
        #expect(try shown("2022-01-20T00:00:00Z").whole.nextDue == "2022-02-03T12:00:00+00:00")
    }

    @Test func whatIsOpenIsClosedAndJudgedAfresh() {
        #expect(
            Samples.lines(catalog, facts, to: "2022-02-10T00:00:00Z") == [
                "2021-12-03T12:00:00+00:00 low/visits/all inactive -> firing warning (condition_held)",
                "2022-02-03T12:00:00+00:00 low/visits/all firing -> resolved warning (edition_closed)",
                "2022-02-03T12:00:00+00:00 low/visits/all resolved -> firing warning (condition_held)",
            ])
    }

    @Test func whatWaitsDoesNotFireInTheNextYear() {
        let rule = Samples.rule("low", when: [.warning: "pace_ratio < 0.9"], for: .workingDays(50))
        let patient = Samples.catalog(catalog.targets, rules: [rule])
        #expect(
            Samples.lines(patient, facts, to: "2022-03-01T00:00:00Z") == [
                "2021-12-03T12:00:00+00:00 low/visits/all inactive -> pending warning (condition_holds)",
                "2022-02-03T12:00:00+00:00 low/visits/all pending -> inactive warning (edition_closed)",
                "2022-02-03T12:00:00+00:00 low/visits/all inactive -> pending warning (condition_holds)",
            ])
    }

    @Test func theNextYearMayBeBetter() throws {
        let better = Samples.facts([
            Samples.report(on: "2021-11", 50, at: "2021-12-01T00:00:00Z"),
            Samples.report(on: "2022-01", 40, at: "2022-02-01T00:00:00Z"),
        ])
        #expect(
            Samples.lines(catalog, better, to: "2022-02-10T00:00:00Z").last
                == "2022-02-03T12:00:00+00:00 low/visits/all firing -> resolved warning (edition_closed)")
        #expect(try shown("2022-02-10T00:00:00Z", better).alerts == [])
    }

    /// 70 more in December come to light in March.
    @Test func aLateCorrectionOfAClosedYearChangesItsEndAndStartsNothing() throws {
        let corrected = Samples.report(on: "2021-11", 120, revision: 2, at: "2022-03-10T08:00:00Z")
        let worse = Samples.report(on: "2021-11", 0, revision: 3, at: "2022-04-10T08:00:00Z")
        let more = Samples.facts([
            Samples.report(on: "2021-11", 50, at: "2021-12-01T00:00:00Z"),
            Samples.report(on: "2022-01", 40, at: "2022-02-01T00:00:00Z"), corrected, worse,
        ])
        #expect(try shown("2022-03-01T00:00:00Z", more).past.map(\.value) == [50])
        #expect(try shown("2022-03-11T00:00:00Z", more).past.map(\.light) == ["achieved"])
        #expect(try shown("2022-04-11T00:00:00Z", more).past.map(\.value) == [0])
        let never = Samples.lines(catalog, more, to: "2022-02-10T00:00:00Z")
        #expect(Samples.lines(catalog, more, to: "2022-03-01T00:00:00Z") == never, "January alone is judged till then")
        #expect(Samples.lines(catalog, more, to: "2022-02-10T00:00:00Z", "2022-03-02T00:00:00Z") == never)
    }

    /// A figure stamped before a moment that was passed already, as in a file that comes a day late.
    @Test func aCorrectionThatIsHeardOfLateIsShownAtOnce() {
        let evaluator = Evaluator(catalog, facts)
        let state = evaluator.advance(EvaluationState(), to: moment("2022-03-10T00:00:00Z")).state
        var more = facts
        more.reports.add(Samples.report(on: "2021-11", 120, revision: 2, at: "2022-03-09T00:00:00Z"))
        let advance = Evaluator(catalog, more).advance(
            state, to: moment("2022-03-10T00:01:00Z"), after: .init(targets: ["visits"], corrections: ["visits"]))
        #expect(advance.transitions.isEmpty)
        #expect(advance.state.assessments[0]?.whole.value == 120 && advance.state.assessments[1]?.whole.value == 1)
    }

    @Test func aLiveRegisterGoesOverAtMidnight() throws {
        let live = RegisterMeasure(
            register: "needs", environment: RegisterVariables.environment(of: Samples.needs, Samples.utc), isLive: true)
        let targets = [Samples.year, Samples.year2022].map {
            Samples.target("needs", goal: .atLeast(2), window: $0, source: .register(live), reporters: [])
        }
        let catalog = Samples.catalog(
            targets, rules: [Samples.rule("few", when: [.warning: "value < 2"])], registers: [Samples.needs])
        let facts = Samples.facts(
            [],
            [
                Samples.need("a", opened: day("2021-12-30"), at: moment("2021-12-30T08:00:00Z")),
                Samples.need("b", opened: day("2022-01-10"), at: moment("2022-01-10T08:00:00Z")),
            ])
        #expect(
            Samples.lines(catalog, facts, to: "2022-01-10T00:00:00Z").suffix(2) == [
                "2022-01-01T00:00:00+00:00 few/needs/all firing -> resolved warning (edition_closed)",
                "2022-01-01T00:00:00+00:00 few/needs/all resolved -> firing warning (condition_held)",
            ])
        let needs = try #require(Samples.status(catalog, facts, asOf: "2022-01-10T09:00:00Z").targets.first)
        #expect(needs.whole.value == 1 && needs.past.map(\.value) == [1])
    }

    @Test func aYearThatIsLeftOutLeavesTheOldOneInForce() throws {
        let gap = Samples.catalog([Samples.visits(), Samples.visits(in: days("2023-01-01", "2023-12-31"))])
        let visits = try #require(Samples.status(gap, facts, asOf: "2022-10-01T00:00:00Z").targets.first)
        #expect(visits.edition.from == "2021-01-01" && visits.whole.ref == "2021-12-31" && visits.whole.value == 50)
    }

    /// The file of 2022 is written in March, when its January has long been due.
    @Test func aSuccessorThatComesLateClosesWhatTheOldYearLeft() {
        let rules = [Samples.rule("low", when: [.warning: "pace_ratio < 0.9"])]
        let old = Samples.catalog([Samples.visits()], rules: rules)
        let state = Evaluator(old, facts).advance(EvaluationState(), to: moment("2022-03-10T00:00:00Z")).state
        #expect(state.alerts.open.count == 1)
        let reloaded = EvaluationState(evaluatedThrough: state.evaluatedThrough, alerts: state.alerts)
        let advance = Evaluator(catalog, facts).advance(reloaded, to: moment("2022-03-10T09:00:00Z"))
        #expect(
            advance.transitions.map(\.line) == [
                "2022-03-10T00:00:00+00:00 low/visits/all firing -> resolved warning (edition_closed)",
                "2022-03-10T09:00:00+00:00 low/visits/all resolved -> firing warning (condition_held)",
            ])
        let again = EvaluationState(evaluatedThrough: moment("2022-03-10T09:00:00Z"), alerts: advance.state.alerts)
        #expect(Evaluator(catalog, facts).advance(again, to: moment("2022-03-11T00:00:00Z")).transitions.isEmpty)
    }

    /// Where the deadline is put off after the new year has been judged, its alerts go on.
    @Test func anEditedDeadlineClosesNothing() {
        let state = Evaluator(catalog, facts).advance(EvaluationState(), to: moment("2022-02-20T00:00:00Z")).state
        let later = [Samples.visits(), Samples.visits(240, in: Samples.year2022)].map { target in
            Samples.target(
                target.id, goal: target.goal, window: target.window, allocation: target.allocation,
                deadline: Deadline(.working(8), at: Samples.clock("12:00")))
        }
        let edited = Samples.catalog(later, rules: catalog.rules)
        let reloaded = EvaluationState(evaluatedThrough: state.evaluatedThrough, alerts: state.alerts)
        let advance = Evaluator(edited, facts).advance(reloaded, to: moment("2022-02-20T00:01:00Z"))
        #expect(advance.transitions.isEmpty)
    }
}
