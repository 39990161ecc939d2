package import CEL

/// How a target's value is counted from a register.
///
/// Rows that are not there on the judged day (by the schema's `from` and `to`) never count; a filter narrows what is
/// left. Filters are CEL over the row's columns and `ref`, the judged day as a timestamp at local midnight.
package struct RegisterMeasure: Sendable {
    package let register: RegisterID
    /// What the filters were compiled in: ``RegisterVariables/environment(of:_:)`` of the register's schema.
    package let environment: Environment
    /// Which rows are looked at; for a ratio, the denominator. Nil: all that are there.
    package let filter: Program?
    /// For a ratio: which of them are in the numerator.
    package let numerator: Program?
    /// For a gate: what must be true of each row that is looked at.
    package let invariant: Program?
    /// A number of each row, instead of one for being there; a row without it does not count.
    package let value: Program?
    /// How rows' numbers become one.
    package let aggregate: Aggregate
    /// The column that says which stage, item or member a row is about.
    package let part: String?
    /// Count the different values of this column instead of rows.
    package let distinct: String?
    /// The column whose dates place a row in the window, for a count. Nil: the schema's `from`.
    package let dated: String?
    /// Judged day by day instead of at the end of a period.
    package let isLive: Bool

    package init(
        register: RegisterID, environment: Environment, filter: Program? = nil, numerator: Program? = nil,
        invariant: Program? = nil, value: Program? = nil, aggregate: Aggregate = .sum, part: String? = nil,
        distinct: String? = nil, dated: String? = nil, isLive: Bool = false
    ) {
        self.register = register
        self.environment = environment
        self.filter = filter
        self.numerator = numerator
        self.invariant = invariant
        self.value = value
        self.aggregate = aggregate
        self.part = part
        self.distinct = distinct
        self.dated = dated
        self.isLive = isLive
    }
}
