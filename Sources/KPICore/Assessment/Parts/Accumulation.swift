/// What happenings come to together, and when there was enough of them.
struct Accumulation {
    private(set) var value = 0.0
    /// The first day on which there was enough; nil where there is not enough now.
    private(set) var reachedOn: LocalDate?

    /// `happenings` are in the order of their days.
    init(_ happenings: [Happening], atLeast: Double) {
        var seen: Set<Cell> = []
        for happening in happenings {
            if let distinctness = happening.distinctness {
                guard seen.insert(distinctness).inserted else { continue }
            }
            value += happening.amount
            if reachedOn == nil, value >= atLeast - Goal.tolerance { reachedOn = happening.day }
        }
        // A figure that fell again takes back what it had reached.
        if value < atLeast - Goal.tolerance { reachedOn = nil }
    }
}
