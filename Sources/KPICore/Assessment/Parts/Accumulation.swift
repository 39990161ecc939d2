/// What happenings come to together, and when there was enough of them.
struct Accumulation {
    private(set) var value = 0.0
    /// The first day on which there was enough; nil where there is not enough now.
    private(set) var reachedOn: LocalDate?
    /// What came beyond what is asked, by day.
    private(set) var surplus: [(day: LocalDate, amount: Double)] = []

    /// `happenings` are in the order of their days.
    init(_ happenings: [Happening], atLeast: Double) {
        var seen: Set<Cell> = []
        for happening in happenings {
            if let distinctness = happening.distinctness {
                guard seen.insert(distinctness).inserted else { continue }
            }
            let beyond = value + happening.amount - max(value, atLeast)
            if beyond > Goal.tolerance { surplus.append((happening.day, beyond)) }
            value += happening.amount
            if reachedOn == nil, value >= atLeast - Goal.tolerance { reachedOn = happening.day }
        }
        // A figure that fell again takes back what it had reached.
        if value < atLeast - Goal.tolerance { reachedOn = nil }
    }
}
