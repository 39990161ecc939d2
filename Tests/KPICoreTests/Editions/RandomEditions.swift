@testable import KPICore

extension RandomWorld {
    /// The same organisation with targets that live through several windows, each in its way: months and weeks, live
    /// and by the quarter, carried on, renamed, and with a goal that was changed.
    static let editions = Samples.catalog(
        editionsOfVisits + editionsOfStock + editionsOfRegisters + [rate(spring), rate(rest)],
        rules: catalog.rules, registers: [Samples.needs])

    private static let spring = days("2021-01-01", "2021-03-31")
    private static let rest = days("2021-04-01", "2021-12-31")

    private static let editionsOfVisits = [
        Samples.visits(40, in: spring, form: .cumulative, stock: .known(3)),
        Samples.visits(80, in: days("2021-04-01", "2021-05-15"), form: .cumulative, stock: .carried),
        Samples.visits(160, in: days("2021-05-16", "2021-12-31"), form: .cumulative, stock: .carried),
        Samples.visits(
            90, in: days("2021-05-16", "2021-12-31"), form: .cumulative, stock: .carried,
            validity: Validity(from: day("2021-06-10"), reason: "less is enough")),
    ]

    /// Under the quarter a month would do, and under the weeks a name of before.
    private static let editionsOfStock = [
        Samples.target(
            "stock", goal: .atLeast(40), window: spring, allocation: ["north": 40], frequency: .every(.quarter),
            deadline: Deadline(.working(8), at: Samples.clock("17:30")), reporters: ["north", "south"]),
        Samples.target(
            "stores", goal: .atLeast(20), window: rest, allocation: ["south": 20], frequency: .every(.month),
            formerly: ["stock"]),
        Samples.target(
            "events", goal: .atLeast(10), window: days("2021-01-13", "2021-04-28"), frequency: .every(.week)),
        Samples.target(
            "events", goal: .atLeast(30), window: days("2021-04-29", "2021-11-20"), frequency: .every(.week)),
    ]

    private static let editionsOfRegisters = [spring, rest].flatMap { window in
        [true, false].map { isLive in
            Samples.target(
                isLive ? "today" : "needs", goal: .atLeast(4), window: window, allocation: ["north": 3],
                source: .register(
                    RegisterMeasure(
                        register: "needs", environment: RegisterVariables.environment(of: Samples.needs, Samples.utc),
                        isLive: isLive)),
                reporters: [])
        }
    }

    private static func rate(_ window: DateRange) -> Target {
        Samples.target(
            "rate", kind: .ratio, goal: .atLeast(1), window: window, source: .reporting(.timeliness), reporters: [])
    }
}
