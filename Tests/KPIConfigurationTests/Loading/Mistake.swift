/// A mistake that somebody makes, and what is told of it: `Fixtures/depot/mistakes/NAME.txt`.
struct Mistake: Sendable, CustomStringConvertible {
    struct Edit: Sendable {
        let file: String
        let from: String
        let to: String

        init(_ file: String, _ from: String, _ to: String) {
            (self.file, self.from, self.to) = (file, from, to)
        }
    }

    let name: String
    let edits: [Edit]

    init(_ name: String, _ file: String, _ from: String, _ to: String) {
        self.init(name, [Edit(file, from, to)])
    }

    init(_ name: String, _ edits: [Edit]) {
        (self.name, self.edits) = (name, edits)
    }

    var description: String { name }

    private static let first = "config/targets/first.yaml"
    private static let second = "config/targets/second.yaml"
    private static let pace = "rules/pace.yaml"

    static let inSettings = [
        Mistake("unknown-zone", "config/kpid.yaml", "Europe/Berlin", "Europe/Brelin"),
        Mistake("unknown-calendar", "config/kpid.yaml", "calendar: depot", "calendar: depott"),
        Mistake("unknown-setting", "config/kpid.yaml", "language: en", "langauge: en"),
        Mistake("other-version", "config/kpid.yaml", "version: 1", "version: 2"),
        Mistake("two-deadlines", "config/kpid.yaml", "working_day: 3", "working_day: 3, day: 5"),
        Mistake("too-often", "config/kpid.yaml", "30s", "0s"),
        Mistake("too-seldom", "config/kpid.yaml", "30s", "48h"),
        Mistake("too-soon", "config/kpid.yaml", "due_soon: 1 working day", "due_soon: 400 working days"),
        Mistake("deadline-before-the-end", "config/kpid.yaml", "working_day: 3", "working_day: -3"),
        Mistake("rules-that-are-not-there", "config/kpid.yaml", "language: en", "language: en\nrules: ../ruels"),
        Mistake(
            "settings-wrong-and-targets-too",
            [
                Edit("config/kpid.yaml", "frequency: monthly", "frequency: montly"),
                Edit(first, "policy: steady", "policy: stedy"),
            ]),
    ]

    static let inUnits = [
        Mistake("second-root", "config/units.yaml", "id: south, parent: depot", "id: south"),
        Mistake("unknown-parent", "config/units.yaml", "id: south, parent: depot", "id: south, parent: deport"),
        Mistake("ring-of-units", "config/units.yaml", "id: north, parent: depot", "id: north, parent: north"),
        Mistake("one-name-for-two", "config/units.yaml", "[Old Hall]", "[South Hall]"),
        Mistake("root-without-label", "config/units.yaml", "label: {zh: 仓库, en: The Depot}, ", ""),
        Mistake(
            "units-wrong-and-targets-too",
            [
                Edit("config/units.yaml", "id: south, parent: depot", "id: south"),
                Edit(first, "policy: steady", "policy: stedy"),
                Edit(second, "kind: ratio", "kind: [ratio"),
            ]),
    ]

    static let inCalendarsAndRegisters = [
        Mistake("day-of-another-year", "config/calendars/depot-2021.yaml", "2021-12-19", "2022-12-18"),
        Mistake("swapped-day-is-worked-anyway", "config/calendars/depot-2021.yaml", "2021-12-19", "2021-12-20"),
        Mistake(
            "holiday-ends-before-it-begins", "config/calendars/depot-2021.yaml", "to: 2021-04-05", "to: 2021-04-01"),
        Mistake("unknown-key-column", "config/registers.yaml", "key: load_id", "key: laod_id"),
        Mistake("unknown-title", "config/registers.yaml", "key: load_id", "key: load_id\n    title: name"),
        Mistake(
            "known-from-an-unknown-column", "config/registers.yaml", "key: load_id",
            "key: load_id\n    known_from: alwyas"),
        Mistake("from-is-no-date", "config/registers.yaml", "from: sent_on", "from: weight"),
        Mistake("unknown-column-type", "config/registers.yaml", "weight: number", "weight: nubmer"),
    ]

    static let inTargets = [
        Mistake("unknown-unit-in-allocation", first, "South Hall: 40", "Soth Hall: 40"),
        Mistake("share-of-the-whole", first, "South Hall: 40", "depot: 40"),
        Mistake("two-shares-of-one-unit", first, "South Hall: 40", "North Hall: 40"),
        Mistake("shares-that-do-not-sum", first, "South Hall: 40", "South Hall: 41"),
        Mistake("unknown-policy", first, "1, 2]}\n    policy: steady", "1, 2]}\n    policy: stedy"),
        Mistake("too-few-weights", first, "1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2", "1, 2, 1"),
        Mistake("table-that-falls", second, "2021-09-30: 30%, 2022-03-31: 100%", "2021-09-30: 100%, 2022-03-31: 30%"),
        Mistake(
            "curve-of-two-kinds", second, "{table: {2021-09-30: 30%, 2022-03-31: 100%}}",
            "{table: {2022-03-31: 100%}, linear: days}"),
        Mistake("due-outside-the-window", first, "due: 2021-11-30", "due: 2022-01-31"),
        Mistake("goal-says-nothing", first, "{at_least: 10}", "{due: 2021-12-31}"),
        Mistake("goal-that-is-a-number", first, "{at_least: 10}", "10"),
        Mistake("goal-with-a-typo", first, "{at_least: 10}", "{at_leest: 10}"),
        Mistake("goal-with-separators", first, "{at_least: 10}", "{at_least: 10,000}"),
        Mistake("goal-says-two-things", first, "{at_least: 10}", "{at_least: 10, at_most: 20}"),
        Mistake("unknown-kind-with-an-allocation", first, "kind: count\n    unit", "kind: cuont\n    unit"),
        Mistake("typo-in-a-filter", first, "weight > 5", "wieght > 5"),
        Mistake("filter-of-another-type", first, "weight > 5", "hall > 5"),
        Mistake("unknown-register-column", first, "distinct: load_id", "distinct: load"),
        Mistake("unknown-register", first, "name: loads", "name: lods"),
        Mistake(
            "ratio-without-numerator", first, "kind: count\n    goal: {at_least: 10}",
            "kind: ratio\n    goal: {at_least: 10}"),
        Mistake("unknown-level", second, "{level: hall}", "{level: hal}"),
        Mistake("window-of-another-age", second, "from: 2021", "from: 1021"),
        Mistake(
            "too-many-periods",
            [Edit(second, "from: 2021", "from: 2018"), Edit(second, "frequency: quarterly", "frequency: daily")]),
        Mistake("no-year", first, "year: 2021\n", ""),
        Mistake("duplicate-target", first, "id: heavy", "id: crates"),
        Mistake("overlapping-editions", second, "id: damage", "id: crates"),
    ]

    static let inRules = [
        Mistake("typo-in-a-condition", pace, "pace_ratio < 0.5", "pace_ration < 0.5"),
        Mistake("typo-behind-escapes", pace, "unit.level == \\\"hall\\\"", "\\\"hall\\\" == unit.levl"),
        Mistake(
            "typo-in-a-text-block", pace, "clear: pace_ratio >= 0.9", "clear: |\n      // done\n      pace_ratoi >= 0.9"
        ),
        Mistake("condition-that-is-a-number", pace, "clear: pace_ratio >= 0.9", "clear: pace_ratio"),
        Mistake("percent-in-a-condition", pace, "pace_ratio < 0.5", "pace_ratio < 50%"),
        Mistake("number-of-a-unit-in-where", pace, "kind == \"count\"", "value > 3"),
        Mistake("unknown-format", pace, "{due | date}", "{due | dat}"),
        Mistake("format-for-another-type", pace, "{due | date}", "{due | percent}"),
        Mistake("typo-in-a-message", pace, "{value} of {goal}", "{value} of {gaol}"),
        Mistake("message-that-fails", pace, "{{done}}", "{tags[0]}"),
        Mistake("brace-not-closed", pace, "{due | date}", "{due | date"),
        Mistake("brace-that-closes-nothing", pace, "{{done}}", "done}"),
        Mistake("no-severity", pace, "severity: {info: achieved}", "severity: {}"),
        Mistake("unknown-wait", pace, "for: 2 periods", "for: 2 perids"),
        Mistake("wait-without-a-unit", pace, "for: 2 periods", "for: 2"),
        Mistake("wait-of-too-many-periods", pace, "for: 2 periods", "for: 20210101 periods"),
        Mistake("wait-of-centuries", pace, "for: 12h", "for: 99999999999999h"),
        Mistake(
            "escalation-of-two-causes", pace, "for: 12h",
            "for: 12h\n    escalate: {left: 5 working days, unacknowledged: 2h, to: warning}"),
        Mistake(
            "escalation-that-raises-nothing", pace, "for: 12h",
            "for: 12h\n    escalate: {after: 3 off_track periods, to: info}"),
        Mistake("unknown-treatment-of-corrections", pace, "for: 12h", "for: 12h\n    corrections: repoen"),
        Mistake(
            "flapping-in-periods", pace, "for: 12h", "for: 12h\n    flapping: {episodes: 3, within: 2 periods}"),
        Mistake("duplicate-rule", pace, "id: met", "id: behind"),
        Mistake("duplicate-policy", "rules/policies.yaml", "id: okr", "id: steady"),
        Mistake("unknown-bound", "rules/policies.yaml", "above 0.5", "abov 0.5"),
        Mistake(
            "policy-without-bands", "rules/policies.yaml", "    bands: {on_track: below 16.5, at_risk: at_most 33}\n",
            ""),
    ]

    static let inSeveralFiles = Mistake(
        "several-files",
        [
            Edit("config/kpid.yaml", "level: notice", "level: notise"),
            Edit("config/registers.yaml", "unit: hall", "unit: hal"),
            Edit("config/calendars/depot-2021.yaml", "[sun]", "[sunday]"),
            Edit(first, "South Hall: 40", "Soth Hall: 40"), Edit(first, "{at_least: 10}", "{due: 2021-12-31}"),
            Edit(second, "reporters: {level: hall}", "reporters: [hall 7]"), Edit(second, "9:30", "9:99"),
            Edit("rules/policies.yaml", "by: gap_pp", "by: gap"),
            Edit(pace, "pace_ratio < 0.5", "pace_ration < 0.5"), Edit(pace, "{due | date}", "{due | dat}"),
        ])
}
