package import CEL

/// How a target's value is counted from a register.
///
/// Rows that are not there on the judged day (by the schema's `from` and `to`) never count; a filter narrows what is
/// left. Filters are CEL over the row's columns and `ref`, the judged day as a timestamp at local midnight.
package struct RegisterMeasure: Sendable {
    package let register: RegisterID
    /// What the filters were compiled in: ``RegisterVariables/environment(of:)`` of the register's schema.
    package let environment: Environment
    /// Which rows are looked at; for a ratio, the denominator. Nil: all that are there.
    package let filter: Program?
    /// For a ratio: which of them are in the numerator.
    package let numerator: Program?
    /// Count the different values of this column instead of rows.
    package let distinct: String?
    /// The column whose dates place a row in the window, for a count. Nil: the schema's `from`.
    package let dated: String?
    /// Judged day by day instead of at the end of a period.
    package let isLive: Bool

    package init(
        register: RegisterID, environment: Environment, filter: Program? = nil, numerator: Program? = nil,
        distinct: String? = nil,
        dated: String? = nil, isLive: Bool = false
    ) {
        self.register = register
        self.environment = environment
        self.filter = filter
        self.numerator = numerator
        self.distinct = distinct
        self.dated = dated
        self.isLive = isLive
    }
}
