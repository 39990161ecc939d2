/// What a target consists of, where it is more than one number.
package enum Composition: Sendable {
    /// A milestone's stages, in order.
    case stages([Stage])
    /// A checklist's items, named one by one.
    case items([Item])
    /// A checklist of which each row of the register is an item.
    case rows(ItemColumns)
    /// What is to be covered, and how much of it each member needs.
    case members(Members, atLeast: Double)
    /// A cadence: at least so many in every period.
    case periods(PeriodLength, atLeast: Double)
}
