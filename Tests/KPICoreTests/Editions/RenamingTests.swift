import Testing

@testable import KPICore

/// A target or a unit that is called otherwise is the same target or unit.
struct RenamingTests {
    private let rules = [
        Samples.rule("low", each: .unit, when: [.warning: "pace_ratio < 0.9"]),
        Samples.rule("slow", each: .unit, when: [.info: "pace_ratio < 0.9"], for: .workingDays(30)),
    ]
    private let reports = [
        Samples.report(on: "2021-01", 1, at: "2021-02-01T00:00:00Z"),
        Samples.report(from: "south", on: "2021-01", 30, at: "2021-02-01T00:00:00Z"),
    ]
    private let before = moment("2021-02-10T00:00:00Z")

    /// As it stands when the new configuration comes, which is a new process or a reload.
    private var state: EvaluationState {
        let catalog = Samples.catalog([Samples.visits()], rules: rules)
        let state = Evaluator(catalog, Samples.facts(reports)).advance(EvaluationState(), to: before).state
        return EvaluationState(evaluatedThrough: state.evaluatedThrough, alerts: state.alerts)
    }

    private func facts(_ catalog: Catalog, _ more: [Observation] = [], rows: [RegisterRow] = []) -> Facts {
        var facts = Facts(catalog.formerNames)
        for observation in reports + more { facts.reports.add(observation) }
        for row in rows { facts.registers.add(row) }
        return facts
    }

    private let renamed = Samples.visits(id: "guests", formerly: ["visits"])
    private let tree = Samples.tree([
        Samples.unit("all", below: nil), Samples.unit("upper", below: "all", formerly: ["north"]),
        Samples.unit("south", below: "all"),
    ])

    @Test func figuresOfBeforeCount() throws {
        let catalog = Samples.catalog([renamed])
        let more = [Samples.report("guests", on: "2021-02", 5, at: "2021-03-01T00:00:00Z")]
        let found = Assessor(catalog, facts(catalog, more), asOf: moment("2021-03-10T00:00:00Z")).assess(0)
        #expect(found.whole.value == 36 && found.units[1]?.value == 6)
    }

    @Test func aFigureOfBeforeIsRevisedUnderTheNewName() {
        let catalog = Samples.catalog([renamed])
        let revised = Samples.report("guests", on: "2021-01", 7, revision: 2, at: "2021-02-20T00:00:00Z")
        let found = Assessor(catalog, facts(catalog, [revised]), asOf: before.adding(seconds: 40 * 86_400)).assess(0)
        #expect(found.units[1]?.value == 7 && found.whole.report.isInConflict == false)
    }

    @Test func alertsGoOnUnderTheNewName() throws {
        let catalog = Samples.catalog([renamed], rules: rules)
        let advance = Evaluator(catalog, facts(catalog)).advance(state, to: before.adding(seconds: 60))
        #expect(advance.transitions.isEmpty, "nothing began or ended")
        #expect(advance.state.alerts.open.map(\.identity.description) == ["low/guests/north", "slow/guests/north"])
        let old = try #require(state.alerts[AlertIdentity(rule: "low", target: "visits", unit: "north")])
        let new = try #require(advance.state.alerts[AlertIdentity(rule: "low", target: "guests", unit: "north")])
        #expect(new.phase == old.phase && new.episode == 1)
        #expect(Set(advance.renamed.keys.map(\.description)) == ["low/visits/north", "slow/visits/north"])
        #expect(advance.changed.isSuperset(of: advance.state.alerts.open.map(\.identity)), "they are to be kept")
        #expect(advance.renamed.keys.allSatisfy { advance.state.alerts[$0] == nil })
    }

    /// Pending since 3 February at noon, 30 working days.
    @Test func whatWaitsFiresAtItsOldMoment() {
        let catalog = Samples.catalog([renamed], rules: rules)
        let advance = Evaluator(catalog, facts(catalog)).advance(state, to: moment("2021-03-20T00:00:00Z"))
        #expect(
            advance.transitions.map(\.line).contains(
                "2021-03-17T12:00:00+00:00 slow/guests/north pending -> firing info (condition_held)"))
    }

    @Test func theSecondStartFindsNothingToDo() {
        let catalog = Samples.catalog([renamed], rules: rules)
        let first = Evaluator(catalog, facts(catalog)).advance(state, to: before.adding(seconds: 60)).state
        let started = EvaluationState(evaluatedThrough: first.evaluatedThrough, alerts: first.alerts)
        let second = Evaluator(catalog, facts(catalog)).advance(started, to: before.adding(seconds: 120))
        #expect(second.renamed.isEmpty && second.transitions.isEmpty && second.changed.isEmpty)
    }

    @Test func aUnitIsRenamedLikewise() {
        let target = Samples.visits(units: ["upper", "south"])
        let catalog = Samples.catalog([target], rules: rules, units: tree)
        let more = [Samples.report(from: "upper", on: "2021-02", 5, at: "2021-03-01T00:00:00Z")]
        let found = Assessor(catalog, facts(catalog, more), asOf: moment("2021-03-10T00:00:00Z")).assess(0)
        #expect(found.whole.value == 36 && found.units[1]?.value == 6)
        let advance = Evaluator(catalog, facts(catalog)).advance(state, to: before.adding(seconds: 60))
        #expect(advance.transitions.isEmpty)
        #expect(advance.state.alerts.open.map(\.identity.description) == ["low/visits/upper", "slow/visits/upper"])
    }

    @Test func bothAtOnce() {
        let target = Samples.visits(units: ["upper", "south"], id: "guests", formerly: ["visits"])
        let catalog = Samples.catalog([target], rules: rules, units: tree)
        let advance = Evaluator(catalog, facts(catalog)).advance(state, to: before.adding(seconds: 60))
        #expect(advance.transitions.isEmpty)
        #expect(advance.state.alerts.open.map(\.identity.description) == ["low/guests/upper", "slow/guests/upper"])
    }

    @Test func rowsOfARegisterFollowTheirUnit() {
        let measure = RegisterMeasure(
            register: "needs", environment: RegisterVariables.environment(of: Samples.needs, Samples.utc),
            filter: Samples.program("unit == \"upper\"", RegisterVariables.environment(of: Samples.needs, Samples.utc)))
        let target = Samples.target("needs", source: .register(measure), reporters: [])
        let catalog = Samples.catalog([target], units: tree, registers: [Samples.needs])
        let rows = [
            Samples.need("a", opened: day("2021-01-10"), in: "north"),
            Samples.need("b", opened: day("2021-01-20"), in: "upper"),
            Samples.need("c", opened: day("2021-01-20"), in: "south"),
        ]
        let found = Assessor(catalog, facts(catalog, rows: rows), asOf: before).assess(0)
        #expect(found.whole.value == 2 && found.units[1]?.value == 2)
    }

    /// A register with a row for each unit goes on under the unit's new name: the row is the same.
    @Test func aRowThatAUnitNamesGoesOn() {
        let schema = RegisterSchema(
            id: "staff", label: Label("staff"), columns: [.init("unit", .unit), .init("heads", .number)],
            key: ["unit"], unit: "unit")
        let catalog = Samples.catalog([Samples.target()], units: tree, registers: [schema])
        func row(_ unit: UnitID, _ heads: Double, at moment: String) -> RegisterRow {
            RegisterRow(
                register: "staff", entity: unit.text, cells: [.unit(unit), .number(heads)],
                recordedAt: KPICoreTests.moment(moment),
                origin: .init(file: "registers/staff.csv", line: 2, sha256: "00"))
        }
        let rows = [row("north", 3, at: "2021-01-01T00:00:00Z"), row("upper", 4, at: "2021-06-01T00:00:00Z")]
        let book = facts(catalog, rows: rows).registers
        #expect(book.rows(of: schema, asOf: before, today: day("2021-02-10")) == [[.unit("upper"), .number(3)]])
        #expect(
            book.rows(of: schema, asOf: moment("2021-07-01T00:00:00Z"), today: day("2021-07-01"))
                == [[.unit("upper"), .number(4)]])
    }

    /// The name was changed first, and `formerly` written a day later: in between the old alert had ended, and a new
    /// one begun.
    @Test func whatBeganUnderTheNewNameHasPrecedence() {
        let bare = Samples.catalog([Samples.visits(id: "guests")], rules: rules)
        let report = Samples.report("guests", on: "2021-01", 1, at: "2021-02-11T00:00:00Z")
        let between = Evaluator(bare, facts(bare, [report])).advance(state, to: moment("2021-02-12T00:00:00Z"))
        #expect(Set(between.transitions.map(\.reason)) == [.targetRemoved, .conditionHeld, .conditionHolds])
        let catalog = Samples.catalog([renamed], rules: rules)
        let started = EvaluationState(evaluatedThrough: between.state.evaluatedThrough, alerts: between.state.alerts)
        let advance = Evaluator(catalog, facts(catalog, [report])).advance(started, to: moment("2021-02-12T00:01:00Z"))
        #expect(advance.transitions.isEmpty)
        #expect(advance.state.alerts.open.map(\.identity.description) == ["low/guests/north", "slow/guests/north"])
    }

    @Test func aUnitsFormerNameIsNobodyElses() {
        let taken = [
            Samples.unit("all", below: nil), Samples.unit("north", below: "all"),
            Samples.unit("upper", below: "all", formerly: ["north"]),
        ]
        guard case .failure(let failure) = UnitTree.build(taken) else {
            Issue.record("'north' is still there")
            return
        }
        #expect(failure.flaws == [.ambiguousName("north", "north", "upper")])
        #expect(tree.index(named: "north") == 1 && tree.index(of: "north") == nil)
    }
}
