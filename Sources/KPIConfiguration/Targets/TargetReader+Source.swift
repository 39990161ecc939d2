import Diagnostics
import KPICore

extension TargetReader {
    /// Where the value comes from, and the rows that tell of the target's parts.
    func source(_ kind: Kind?) -> (Source?, Rows) {
        let given = ["register", "reporting", "measured"].filter { keys.has($0) }
        // An empty value is no source, and no target is dropped without a word.
        let register =
            keys.has("register") ? keys.required("register", .registerMeasure(of: kind, in: context)) : nil
        let reporting =
            keys.has("reporting", of: kind, in: Kind.keysOfTargets)
            ? keys.required("reporting", .word(Source.Discipline.self)) : nil
        let isMeasured = keys.optional("measured", .boolean, default: true)
        explainLive()
        let rows: Rows =
            register.flatMap { measure in context.registers[measure.register].map { .read(measure, $0) } }
            ?? (keys.has("register") ? .unread : .none)
        if keys.has("register"), keys.has("reporting") {
            keys.collector.report(
                "two-sources", "a target has one source, and this has 'register' and 'reporting'",
                at: keys.place(of: "reporting"))
            return (nil, rows)
        }
        if !isMeasured {
            refuseKeysOfMeasured(given)
            return (.unmeasured, rows)
        }
        if keys.has("register") { return (register.map { .register($0) }, rows) }
        if keys.has("reporting") { return (reporting.map { .reporting($0) }, rows) }
        return (.reports, rows)
    }

    func isUnmeasured(_ source: Source?) -> Bool {
        if case .unmeasured = source { true } else { false }
    }

    /// Reports of a quarter do not tell of its months.
    func checkCadence(_ composition: Composition?, _ source: Source?, _ frequency: Frequency?) {
        guard case .periods(let wanted, _) = composition, case .reports = source, let told = frequency?.period,
            let longer = PeriodLength.allCases.firstIndex(of: told),
            let shorter = PeriodLength.allCases.firstIndex(of: wanted), longer > shorter
        else { return }
        keys.collector.report(
            "bad-value", "what is reported \(told.word) does not show what happens \(wanted.word)",
            at: keys.place(of: "every"), label: "let 'frequency' be \(wanted.word) too")
    }

    /// Nothing measures it, so nothing may say how.
    private func refuseKeysOfMeasured(_ sources: [String]) {
        let others =
            sources.filter { $0 != "measured" } + ["form", "opening_stock", "reporters", "exempt", "allocation"]
        for key in others where keys.has(key) {
            keys.collector.report(
                "bad-value", "'\(key)' says how it is measured, and 'measured: false' that it is not",
                at: keys.keyPlace(of: key))
        }
    }

    /// Reports come at the end of a period; only what stands in a register can be looked at any day.
    private func explainLive() {
        guard keys.has("live") else { return }
        keys.collector.report(
            "misplaced-key",
            keys.has("register")
                ? "'live' is said of the register" : "what is reported is judged at the end of a period",
            at: keys.keyPlace(of: "live"),
            label: keys.has("register")
                ? "write 'register: {…, live: true}'" : "only a target with a register can be live")
    }
}
