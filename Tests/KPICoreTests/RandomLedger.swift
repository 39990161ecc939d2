import TestSeeds

@testable import KPICore

/// Half a year of reporting as it might go: early, late, never, revised, retracted, contradicted.
enum RandomLedger {
    /// Any second from the end of 2020 to the summer of 2021.
    static func moment(_ random: inout SeededGenerator) -> Instant {
        let first = KPICoreTests.moment("2020-12-20T00:00:00Z").seconds
        return Instant(seconds: first + Int64.random(in: 0..<220 * 86_400, using: &random))
    }

    static func reports(
        _ random: inout SeededGenerator, count: Int, on target: TargetID = "visits", every length: PeriodLength = .month
    ) -> [Observation] {
        (0..<count).map { _ in report(&random, target, length) }
    }

    private static func report(
        _ random: inout SeededGenerator, _ target: TargetID, _ length: PeriodLength
    ) -> Observation {
        let day = Samples.year.first.adding(days: Int.random(in: 0..<200, using: &random))
        let period = length.period(containing: day)
        let due = Samples.utc.due(period, by: Samples.deadline)
        // Mostly about the deadline, to the very second of it now and then.
        let shift = [0, 0, -3600, 1, 86_400, -86_400 * 5, 86_400 * 40, -86_400 * 25].randomElement(using: &random) ?? 0
        let values = [0, 1, 2, 5, 5, 10, 20].map(Double.init)
        let isRetraction = Int.random(in: 0..<12, using: &random) == 0
        return Observation(
            key: .init(
                target: target, unit: Bool.random(using: &random) ? "north" : "south", period: period,
                disaggregation: Int.random(in: 0..<8, using: &random) == 0 ? "part" : ""),
            form: Int.random(in: 0..<10, using: &random) == 0 ? .cumulative : .delta,
            value: isRetraction ? nil : Quantity(values.randomElement(using: &random) ?? 0), valueText: "",
            revision: [1, 1, 1, 2, 2, 3].randomElement(using: &random) ?? 1,
            submittedAt: due.adding(seconds: Int64(shift)), isRetraction: isRetraction,
            origin: .init(file: "random.csv", line: 2, sha256: "00"))
    }
}
