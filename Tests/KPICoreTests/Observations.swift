import CEL

@testable import KPICore

extension Samples {
    /// A report as it comes in: on `visits` of `north`, unless something else is said.
    static func report(
        _ target: TargetID = "visits", from unit: UnitID = "north", on text: String, _ value: Double?,
        part: String = "", form: Form = .delta, of: (numerator: Double, denominator: Double)? = nil,
        revision: Int = 1, at submitted: String, basis: Observation.Basis = .actual
    ) -> Observation {
        bounded(
            target, from: unit, on: text, value.map { Quantity($0) }, part: part, form: form, of: of,
            revision: revision, at: submitted, basis: basis)
    }

    static func bounded(
        _ target: TargetID = "visits", from unit: UnitID = "north", on text: String, _ value: Quantity?,
        part: String = "", form: Form = .delta, of: (numerator: Double, denominator: Double)? = nil,
        revision: Int = 1, at submitted: String, basis: Observation.Basis = .actual
    ) -> Observation {
        Observation(
            key: .init(target: target, unit: unit, period: period(text), disaggregation: part), form: form,
            value: value, valueText: "", numerator: of?.numerator, denominator: of?.denominator, basis: basis,
            revision: revision,
            submittedAt: moment(submitted), isRetraction: value == nil && of == nil,
            origin: .init(file: "sample.csv", line: 2, sha256: "00"))
    }

    static func facts(_ observations: [Observation], _ rows: [RegisterRow] = []) -> Facts {
        var facts = Facts()
        for observation in observations { facts.reports.add(observation) }
        for row in rows { facts.registers.add(row) }
        return facts
    }

    /// A day after the deadline for a month, so that its last day is judged.
    static func after(_ month: String) -> Instant {
        utc.due(period(month), by: deadline).adding(seconds: 86_400)
    }

    /// One target assessed on its own.
    static func assess(
        _ target: Target, _ observations: [Observation] = [], _ rows: [RegisterRow] = [], asOf: Instant,
        units: UnitTree = tree(), policies: [LightPolicy] = [pace], registers: [RegisterSchema] = []
    ) -> TargetAssessment {
        let catalog = catalog([target], units: units, policies: policies, registers: registers)
        return Assessor(catalog, facts(observations, rows), asOf: asOf).assess(0)
    }

    /// The whole of a target whose one cumulative figure came for a month, judged after it.
    static func whole(_ target: Target, at value: Double, month: String = "2021-06") -> Assessment {
        let stamp = utc.due(period(month), by: target.deadline).stamp(in: .utc)
        let form: Form = target.kind == .ratio ? .level : .cumulative
        return assess(
            target, [report(target.id, on: month, value, form: form, at: stamp)], asOf: after(month)
        ).whole
    }
}
