@testable import KPICore

extension Samples {
    static let year2022 = days("2022-01-01", "2022-12-31")

    /// A visit target for the year 2021 and one for the next: December is due on 5 January 2022, January on 3 February.
    static func visits(
        _ goal: Double = 120, in window: DateRange = year, form: Form = .delta, stock: OpeningStock = .known(0),
        units: [UnitID] = ["north", "south"], id: TargetID = "visits", formerly: [TargetID] = [],
        validity: Validity? = nil
    ) -> Target {
        target(
            id, goal: .atLeast(goal), window: window,
            allocation: Dictionary(uniqueKeysWithValues: units.map { ($0, goal / Double(units.count)) }), form: form,
            openingStock: stock, formerly: formerly, validity: validity)
    }

    /// The lines of what comes of a walk to one moment after the other.
    static func lines(_ catalog: Catalog, _ facts: Facts, to moments: String...) -> [String] {
        let evaluator = Evaluator(catalog, facts)
        var state = EvaluationState()
        var lines: [String] = []
        for text in moments {
            let advance = evaluator.advance(state, to: moment(text))
            state = advance.state
            lines += advance.transitions.map(\.line)
        }
        return lines
    }

    static func status(_ catalog: Catalog, _ facts: Facts, asOf text: String) -> StatusDocument {
        let state = Evaluator(catalog, facts).advance(EvaluationState(), to: moment(text)).state
        return StatusDocument(state, catalog, facts, asOf: moment(text), health: health)
    }

    static let health = Health(generation: 1, fingerprint: "", lastReload: .init(at: "", ok: true, mistakes: []))
}
