/// What a function may use besides its arguments: the budget it is charged to, and time zones.
package struct Context: Sendable {
    /// Steps left. One step is one iteration, one element compared, or 64 bytes of text gone through.
    package var remaining: Int
    package let zones: @Sendable (String) -> Zone?

    package init(budget: Int, zones: @escaping @Sendable (String) -> Zone?) {
        self.remaining = budget
        self.zones = zones
    }

    @inline(__always)
    package mutating func charge(_ steps: Int) throws(Stop) {
        remaining &-= steps
        if remaining < 0 { throw Self.exhausted }
    }

    /// For work that goes through text: a step for every 64 bytes.
    @inline(__always)
    package mutating func charge(bytes: Int) throws(Stop) {
        if bytes >= 64 { try charge(bytes >> 6) }
    }

    private static let exhausted = Stop.exhausted(Failure("the expression is too expensive"))
}
