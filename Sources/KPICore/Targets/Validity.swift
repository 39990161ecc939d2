/// The judged days for which a version of an edition counts: a goal that was changed in mid-year has two of them over
/// one window.
package struct Validity: Sendable, Hashable {
    /// Nil: from the window's first day on.
    package let from: LocalDate?
    /// Nil: up to the version after it, or to the window's end.
    package let to: LocalDate?
    /// Why it took the place of the version before.
    package let reason: String

    package init(from: LocalDate? = nil, to: LocalDate? = nil, reason: String = "") {
        (self.from, self.to, self.reason) = (from, to, reason)
    }
}
