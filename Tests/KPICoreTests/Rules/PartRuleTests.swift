import CEL
import Testing

@testable import KPICore

/// Rules that look at a target's parts one by one: each has an alert of its own, named by its id.
struct PartRuleTests {
    private func lines(
        _ targets: [Target], _ rules: [Rule], _ observations: [Observation] = [], _ rows: [RegisterRow] = [],
        to end: String = "2021-05-06T00:00:00Z", registers: [RegisterSchema] = [Samples.deeds]
    ) -> [String] {
        let catalog = Samples.catalog(targets, rules: rules, policies: [Samples.held], registers: registers)
        return Evaluator(catalog, Samples.facts(observations, rows)).advance(EvaluationState(), to: moment(end))
            .transitions.map(\.line)
    }

    // MARK: Entities at a gate

    private let gate = Samples.target(
        "prereq", kind: .gate, goal: .atMost(0), baseline: nil, direction: .decrease,
        window: days("2021-03-01", "2021-04-30"), frequency: .event,
        source: Samples.fromDeeds(invariant: "done <= on", isLive: true), policy: "held")
    private let unfiled = Samples.rule("unfiled", each: .entity, when: [.critical: "entity.violates"])

    /// S1 is registered on 9 March and S2 on 2 April; what S1 needed before is filed on 20 March, and S2 is struck out.
    private let societies = [
        Samples.deed("S1", "First", on: "2021-03-09", in: "north", at: "2021-03-10T08:00:00Z"),
        Samples.deed("S0", "Other", on: "2021-03-09", done: "2021-03-01", at: "2021-03-10T08:00:00Z"),
        Samples.deed("S1", "First", on: "2021-03-09", in: "north", done: "2021-03-01", at: "2021-03-20T09:30:00Z"),
        Samples.deed("S2", "Second", on: "2021-04-02", at: "2021-03-20T09:30:00Z"),
        Samples.undone("S2", at: "2021-04-06T10:00:00Z"),
    ]

    @Test func anAlertNamesTheEntityThatViolates() {
        #expect(
            lines([gate], [unfiled], [], societies) == [
                "2021-03-10T08:00:00+00:00 unfiled/prereq/north/S1 inactive -> firing critical (condition_held)",
                "2021-03-20T09:30:00+00:00 unfiled/prereq/north/S1 firing -> resolved critical (condition_cleared)",
                "2021-04-02T00:00:00+00:00 unfiled/prereq/all/S2 inactive -> firing critical (condition_held)",
                "2021-04-06T10:00:00+00:00 unfiled/prereq/all/S2 firing -> resolved critical (part_removed)",
            ])
    }

    @Test func aStartKeepsWhatIsOpenByItsName() throws {
        let catalog = Samples.catalog([gate], rules: [unfiled], policies: [Samples.held], registers: [Samples.deeds])
        let evaluator = Evaluator(catalog, Samples.facts([], societies))
        let before = evaluator.advance(EvaluationState(), to: moment("2021-03-12T00:00:00Z")).state
        let identity = AlertIdentity(rule: "unfiled", target: "prereq", unit: "north", scope: "S1")
        let open = try #require(before.alerts[identity])
        let started = EvaluationState(evaluatedThrough: before.evaluatedThrough, alerts: AlertBook(before.alerts.open))
        let after = evaluator.advance(started, to: moment("2021-03-13T00:00:00Z"))
        #expect(after.transitions.isEmpty && after.state.alerts[identity]?.phase == open.phase)
        let filed = evaluator.advance(after.state, to: moment("2021-03-21T00:00:00Z"))
        #expect(filed.transitions.map(\.alert) == [identity] && filed.transitions[0].episode == 1)
    }

    // MARK: Items

    private func checklist(isLive: Bool) -> Target {
        Samples.target(
            "list", kind: .checklist, goal: .atLeast(1), window: days("2021-03-01", "2021-04-30"), frequency: .event,
            source: Samples.fromDeeds(dated: nil, isLive: isLive),
            composition: .rows(ItemColumns(due: "due", done: "done", owner: "owner", verifiedBy: "verified")),
            policy: "held")
    }

    private let overdue = Samples.rule("overdue", each: .item, when: [.warning: "item.overdue"])

    @Test func anItemIsOverdueWhenItsDayIsOver() {
        let rows = [
            Samples.deed("M1", due: "2021-03-15", owner: "Li", at: "2021-01-05T00:00:00Z"),
            Samples.deed("M1", due: "2021-03-15", done: "2021-04-20", owner: "Li", at: "2021-04-20T11:00:00Z"),
        ]
        #expect(
            lines([checklist(isLive: true)], [overdue], [], rows) == [
                "2021-03-16T00:00:00+00:00 overdue/list/all/M1 inactive -> firing warning (condition_held)",
                "2021-04-20T11:00:00+00:00 overdue/list/all/M1 firing -> resolved warning (condition_cleared)",
            ])
        #expect(
            lines([checklist(isLive: false)], [overdue], [], rows) == [
                "2021-04-05T12:00:00+00:00 overdue/list/all/M1 inactive -> firing warning (condition_held)",
                "2021-05-05T12:00:00+00:00 overdue/list/all/M1 firing -> resolved warning (condition_cleared)",
            ], "judged at the ends of March and April")
    }

    @Test func theWindowsLastDayIsFollowedByAMidnightToo() {
        let item = Samples.deed("M1", due: "2021-04-30", at: "2021-01-05T00:00:00Z")
        #expect(
            lines([checklist(isLive: true)], [overdue], [], [item]) == [
                "2021-05-01T00:00:00+00:00 overdue/list/all/M1 inactive -> firing warning (condition_held)"
            ])
    }

    @Test func whatIsDoneWaitsForASecondPerson() {
        let waiting = Samples.rule("waiting", each: .item, when: [.info: "item.done && !item.closed"])
        let rows = [
            Samples.deed("M1", done: "2021-03-10", owner: "Li", verified: "Li", at: "2021-03-10T08:00:00Z"),
            Samples.deed("M1", done: "2021-03-10", owner: "Li", verified: "Wu", at: "2021-03-12T08:00:00Z"),
        ]
        #expect(
            lines([checklist(isLive: true)], [waiting], [], rows) == [
                "2021-03-10T08:00:00+00:00 waiting/list/all/M1 inactive -> firing info (condition_held)",
                "2021-03-12T08:00:00+00:00 waiting/list/all/M1 firing -> resolved info (condition_cleared)",
            ])
    }

    /// Whom there is to reach stands in a register of its own, and that changes too.
    @Test func anUploadOfWhoIsToBeReachedIsAMomentOfItsOwn() {
        let people = RegisterSchema(
            id: "people", label: Label("people"), columns: [.init("name", .text)], key: ["name"])
        func person(_ name: String, at recorded: String, isGone: Bool = false) -> RegisterRow {
            RegisterRow(
                register: "people", entity: name, cells: isGone ? nil : [.text(name)], recordedAt: moment(recorded),
                origin: .init(file: "", line: 2, sha256: ""))
        }
        let target = Samples.target(
            "media", kind: .coverage, goal: .atLeast(1), frequency: .event, source: Samples.fromDeeds(part: "part"),
            composition: .members(.register("people", column: "name"), atLeast: 1), policy: "held")
        let short = Samples.rule("short", each: .item, when: [.info: "item.value < item.at_least"])
        let rows = [
            Samples.deed("1", on: "2021-01-10", part: "An"), person("An", at: "2021-02-10T00:00:00Z"),
            person("Bo", at: "2021-02-10T00:00:00Z"), person("Bo", at: "2021-02-11T00:00:00Z", isGone: true),
        ]
        #expect(
            lines([target], [short], [], rows, registers: [Samples.deeds, people]) == [
                "2021-02-10T00:00:00+00:00 short/media/all/Bo inactive -> firing info (condition_held)",
                "2021-02-11T00:00:00+00:00 short/media/all/Bo firing -> resolved info (part_removed)",
            ])
    }

    // MARK: Periods

    @Test func aMissedPeriodIsToldAndEndsWhenItIsMadeUp() {
        let target = Samples.target(
            "meeting", kind: .cadence, goal: .atLeast(1), baseline: nil, frequency: .event,
            source: Samples.fromDeeds(), composition: .periods(.quarter, atLeast: 1), policy: "held")
        let rules = [
            Samples.rule("missed", each: .period, when: [.warning: "period.missed"]),
            Samples.rule("mended", each: .period, when: [.info: "period.made_up"]),
        ]
        let rows = [Samples.deed("1", on: "2021-04-02"), Samples.deed("2", on: "2021-05-06")]
        #expect(
            lines([target], rules, [], rows, to: "2021-09-01T00:00:00Z") == [
                "2021-04-05T12:00:00+00:00 missed/meeting/all/2021Q1 inactive -> firing warning (condition_held)",
                "2021-06-03T12:00:00+00:00 mended/meeting/all/2021Q1 inactive -> firing info (condition_held)",
                "2021-06-03T12:00:00+00:00 missed/meeting/all/2021Q1 firing -> resolved warning (condition_cleared)",
            ])
    }

    @Test func partsAreJudgedByRulesOfTheirKindAlone() {
        let rules = Rule.Subject.allCases.map { Samples.rule(RuleID("\($0)"), each: $0, when: [.info: "true"]) }
        let found = lines(
            [gate, checklist(isLive: true)], rules, [], [Samples.deed("S1", on: "2021-03-09", in: "north")],
            to: "2021-03-12T00:00:00Z")
        #expect(
            Set(found.compactMap { $0.split(separator: " ").dropFirst().first }) == [
                "target/list/all", "target/prereq/all", "item/list/north/S1", "entity/prereq/north/S1",
            ])
    }
}
