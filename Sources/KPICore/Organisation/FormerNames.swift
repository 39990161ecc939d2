/// What targets and units were called before, and what they are called now.
///
/// What was told under an old name was told of the same thing. The ledger keeps it as it was told; whoever reads it from
/// there looks here. See <doc:Editions>.
package struct FormerNames: Sendable {
    private let targets: [TargetID: TargetID]
    private let units: [UnitID: UnitID]
    /// Which parts of the keys of a register's rows are units.
    private let keys: [RegisterID: [Int]]

    /// Nothing was ever called otherwise.
    package init() {
        (targets, units, keys) = ([:], [:], [:])
    }

    /// Old names, each with the one that took its place, and the registers whose rows may have units in their keys.
    package init(
        targets: [TargetID: TargetID], units: [UnitID: UnitID], registers: [RegisterID: RegisterSchema]
    ) {
        self.targets = targets
        self.units = units
        keys = registers.mapValues { schema in
            schema.key.enumerated().filter { part in
                schema.columns.contains { $0.name == part.element && $0.type == .unit }
            }.map(\.offset)
        }.filter { !$0.value.isEmpty }
    }

    package var isEmpty: Bool { targets.isEmpty && units.isEmpty }

    package func present(_ target: TargetID) -> TargetID { targets[target] ?? target }

    package func present(_ unit: UnitID) -> UnitID { units[unit] ?? unit }

    package func present(_ key: Observation.Key) -> Observation.Key {
        isEmpty
            ? key
            : Observation.Key(
                target: present(key.target), unit: present(key.unit), period: key.period,
                disaggregation: key.disaggregation)
    }

    package func present(_ alert: AlertIdentity) -> AlertIdentity {
        isEmpty
            ? alert
            : AlertIdentity(
                rule: alert.rule, target: present(alert.target), unit: present(alert.unit), scope: alert.scope)
    }

    /// A row with the units in its cells and in its key as they are called now.
    package func present(_ row: RegisterRow) -> RegisterRow {
        guard !units.isEmpty else { return row }
        return RegisterRow(
            register: row.register, entity: present(row.entity, in: row.register), cells: row.cells.map(present),
            recordedAt: row.recordedAt, origin: row.origin)
    }

    package func present(_ cells: [Cell]) -> [Cell] {
        guard !units.isEmpty else { return cells }
        return cells.map { if case .unit(let unit) = $0 { .unit(present(unit)) } else { $0 } }
    }

    /// The key of a register's row.
    package func present(_ entity: String, in register: RegisterID) -> String {
        guard !units.isEmpty, let parts = keys[register] else { return entity }
        var words = entity.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
        for part in parts where part < words.count { words[part] = present(UnitID(words[part])).text }
        return words.joined(separator: "\u{1F}")
    }

    /// The other keys under which figures of the same may stand in the ledger.
    package func formerly(_ key: Observation.Key) -> [Observation.Key] {
        guard !isEmpty else { return [] }
        let names = [key.target] + targets.filter { $0.value == key.target }.keys.sorted()
        let bearers = [key.unit] + units.filter { $0.value == key.unit }.keys.sorted()
        return names.flatMap { name in
            bearers.map { bearer in
                Observation.Key(
                    target: name, unit: bearer, period: key.period, disaggregation: key.disaggregation)
            }
        }.filter { $0 != key }
    }
}
