/// The annexes of a catalog's targets, each made once for an assessment.
package struct Annexes: Sendable {
    /// By index in the catalog.
    private var annexes: [Int: Annex] = [:]

    package init() {}

    subscript(target: Int) -> Annex? { annexes[target] }

    /// These targets were assessed anew.
    package mutating func forget(_ targets: Set<Int>) {
        for target in targets { annexes[target] = nil }
    }

    /// Makes those that are not there, of the editions that are in force at a moment, as things are known then.
    package mutating func complete(for state: EvaluationState, _ catalog: Catalog, _ facts: Facts, at moment: Instant) {
        for lineage in catalog.lineages.all {
            let target = catalog.inForce(lineage, at: moment)
            guard annexes[target] == nil, state.assessments.indices.contains(target) else { continue }
            annexes[target] = state.assessments[target].map { Annex($0, catalog, facts, asOf: moment) }
        }
    }
}
