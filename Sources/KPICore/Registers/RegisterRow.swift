/// One version of an entity in a register: a row of the ledger, never changed, only followed by another.
package struct RegisterRow: Sendable, Hashable {
    package let register: RegisterID
    /// The values of the key columns, joined by U+001F.
    package let entity: String
    /// In the order of the schema's columns. Nil: the entity was taken out of the register.
    package let cells: [Cell]?
    package let recordedAt: Instant
    package let origin: Observation.Origin

    package init(
        register: RegisterID, entity: String, cells: [Cell]?, recordedAt: Instant, origin: Observation.Origin
    ) {
        self.register = register
        self.entity = entity
        self.cells = cells
        self.recordedAt = recordedAt
        self.origin = origin
    }
}
