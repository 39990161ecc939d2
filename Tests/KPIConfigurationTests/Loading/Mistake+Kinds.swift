/// Mistakes that somebody makes with the kinds of targets.
extension Mistake {
    private static let third = "config/targets/third.yaml"
    private static let first = "config/targets/first.yaml"
    private static let hall = "register: {name: steps, where: work == \"hall\", stage: stage, live: true}"
    private static let loads = "{name: loads, where: weight > 5, member: hall, distinct: load_id}"

    static let inStages = [
        Mistake("stage-outside-the-window", third, "due: 2021-03-31}\n      -", "due: 2022-03-31}\n      -"),
        Mistake("stage-after-the-goal", third, "goal: {due: 2021-11-30}", "goal: {due: 2021-06-01}"),
        Mistake("stages-out-of-order", third, "due: 2021-06-30, weight", "due: 2021-02-28, weight"),
        Mistake("stage-twice", third, "{id: opening}", "{id: plan}"),
        Mistake("stage-named-like-another", third, "{id: opening}", "{id: opening, label: Drawings}"),
        Mistake("stage-without-weight", third, "weight: 2", "weight: 0"),
        Mistake("stage-without-a-column", third, ", stage: stage, live", ", live"),
        Mistake("stage-column-of-another-type", third, "stage: stage,", "stage: done_on,"),
        Mistake("typo-in-a-requirement", third, "number: int(pages)", "number: int(page)"),
        Mistake("requirement-that-is-a-text", third, "number: int(pages)", "number: stage"),
        Mistake("requirement-without-a-number", third, "number: int(pages), at_least: 12", "number: int(pages)"),
        Mistake("requirement-without-a-register", third, hall, "reporters: [depot]"),
    ]

    static let inParts = [
        Mistake(
            "checklist-without-items", third,
            "    items: {title: title, due: due, done: done_on, owner: owner, evidence: proof, verified_by: seen_by}\n",
            ""),
        Mistake("unknown-column-of-items", third, "evidence: proof", "evidence: prof"),
        Mistake("column-of-items-of-another-type", third, "done: done_on", "done: title"),
        Mistake("items-without-done", third, "done: done_on, ", ""),
        Mistake("columns-without-a-register", third, "    register: {name: repairs}\n", ""),
        Mistake(
            "rows-that-are-items-and-parts", third, "register: {name: repairs}",
            "register: {name: repairs, item: title}"),
        Mistake("item-twice", third, "      - crane", "      - crane\n      - crane"),
        Mistake("item-without-a-minimum", third, "at_least: 4, due", "at_least: 0, due"),
        Mistake("item-due-after-the-goal", third, "due: 2021-04-30", "due: 2021-11-30"),
        Mistake("coverage-without-members", third, "    members: [North Hall, {id: south, label: The new one}]\n", ""),
        Mistake("unknown-member", third, "[North Hall,", "[North Hal,"),
        Mistake("member-twice", third, "[North Hall,", "[Old Hall, North Hall,"),
        Mistake("no-member", third, "[North Hall, {id: south, label: The new one}]", "[]"),
        Mistake("coverage-without-a-column", third, "member: hall, ", ""),
        Mistake("members-of-an-unknown-column", third, "column: owner", "column: ower"),
        Mistake("members-of-an-unknown-register", third, "members: {register: repairs", "members: {register: repair"),
        Mistake("cadence-without-a-period", third, "    every: {period: quarterly, at_least: 2}\n", ""),
        Mistake("cadence-that-reports-do-not-show", third, "period: quarterly", "period: monthly"),
        Mistake("cadence-of-an-unknown-period", third, "period: quarterly", "period: quaterly"),
    ]

    static let inGoals = [
        Mistake("percent-of-a-count", third, "{at_least: 500}", "{at_least: 50%}"),
        Mistake("share-beyond-the-whole", third, "{at_least: 100%,", "{at_least: 120%,"),
        Mistake("share-without-percent", third, "{at_least: 100%,", "{at_least: 100,"),
        Mistake("rank-that-should-rise", third, "{at_most: 3}", "{at_least: 3}"),
        Mistake("gate-with-a-minimum", third, "kind: gate\n", "kind: gate\n    goal: {at_least: 1}\n"),
        Mistake("trend-without-periods", third, "not_falling: 4 periods", "not_falling: 4"),
        Mistake(
            "shares-of-a-trend", third, "aggregate: {weighted_mean: {north: 2, south: 1}}", "allocation: {north: 1}"),
        Mistake("pace-of-a-gate", third, "checked}\n    policy: kept", "checked}\n    policy: steady"),
        Mistake(
            "pace-of-a-trend", third, "reporters: {level: hall}\n    policy: kept\n\n  - id: answer",
            "reporters: {level: hall}\n    policy: okr\n\n  - id: answer"),
        Mistake("goal-that-goes-down-without-a-baseline", third, "    baseline: 20\n", ""),
        Mistake(
            "direction-against-the-goal", third, "    baseline: 20\n", "    baseline: 20\n    direction: increase\n"),
        Mistake("years-of-unequal-length", third, "2020: [2, 2, 2, 2]", "2020: [2, 2, 2]"),
        Mistake("year-that-brought-nothing", third, "2020: [2, 2, 2, 2]", "2020: [0, 0, 0, 0]"),
        Mistake(
            "history-of-other-periods", third, "2019: [3, 1, 0, 4], 2020: [2, 2, 2, 2]",
            "2019: [3, 1, 4], 2020: [2, 2, 2]"),
    ]

    static let inMeasures = [
        Mistake("gate-without-an-invariant", third, "{name: loads, invariant: checked}", "{name: loads}"),
        Mistake(
            "keys-of-another-kind", third, "kind: rank\n",
            "kind: rank\n    every: monthly\n    items: [a]\n    opening_stock: 3\n"),
        Mistake(
            "register-keys-of-another-kind", third, loads,
            "{name: loads, invariant: checked, numerator: checked, member: hall}"),
        Mistake("aggregate-without-a-value", third, "value: \"working_days(found_on, done_on)\", ", ""),
        Mistake("value-that-is-a-text", third, "value: \"working_days(found_on, done_on)\"", "value: title"),
        Mistake("typo-in-a-function", third, "working_days(", "workingdays("),
        Mistake("rows-that-count-twice", first, "distinct: load_id", "distinct: load_id\n      value: weight"),
        Mistake(
            "register-left-empty", third, "register: {name: repairs, value",
            "register:\n    items: {name: repairs, value"),
        Mistake("live-reports", third, "kind: cadence\n", "kind: cadence\n    live: true\n"),
        Mistake("live-beside-the-register", third, "kind: gate\n", "kind: gate\n    live: false\n"),
        Mistake("union-without-distinct", third, "aggregate: sum_of_last", "aggregate: distinct_union"),
        Mistake("mean-of-shares", "config/targets/second.yaml", "kind: ratio\n", "kind: ratio\n    aggregate: mean\n"),
        Mistake("pool-of-a-count", third, "aggregate: sum_of_last", "aggregate: pooled"),
        Mistake("weights-of-nothing", third, "{north: 2, south: 1}", "{north: 0, south: 0}"),
        Mistake("weighted-mean-without-weights", third, "{weighted_mean: {north: 2, south: 1}}", "weighted_mean"),
        Mistake("exempt-unit-is-unknown", third, "unit: South Hall", "unit: Soth Hall"),
        Mistake("exempt-unit-does-not-report", third, "unit: South Hall", "unit: depot"),
        Mistake("exempt-backwards", third, "to: 2021-03-31, reason", "from: 2021-05-01, to: 2021-03-31, reason"),
        Mistake("reporting-of-a-count", third, "kind: count\n", "kind: count\n    reporting: timeliness\n"),
        Mistake(
            "measured-and-not", third, "measured: false\n",
            "measured: false\n    register: {name: steps}\n    reporters: [north]\n"),
        Mistake("formerly-what-it-is", third, "formerly: [hall-3,", "formerly: [new-hall,"),
        Mistake("rank-with-a-sum", third, "kind: rank\n", "kind: rank\n    aggregate: sum\n"),
        Mistake("level-of-deltas", third, "kind: level\n    goal", "kind: level\n    form: delta\n    goal"),
        Mistake("veto-that-is-no-truth", third, "veto: true", "veto: yes"),
    ]
}
