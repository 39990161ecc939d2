/// Makes parents' values out of their children's.
enum RollUp {
    /// A parent is what its children come to together; its own figure counts only where none of them has one, and is
    /// otherwise a cross-check. Each unit counts once.
    static func reported(_ own: [Measurement?], over units: UnitTree, kind: Kind) -> [Measurement?] {
        var values = own
        for unit in units.units.indices.reversed() {
            let parts = units.children[unit].compactMap { values[$0] }
            guard let first = parts.first else { continue }
            let sum = parts.dropFirst().reduce(Optional(first)) { sum, part in
                sum.flatMap { Measurement.pooled($0, part, kind: kind) }
            }
            values[unit] = sum ?? own[unit]
        }
        return values
    }
}
