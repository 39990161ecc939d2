/// Every figure that was ever reported, found by target and unit. What came under a former name stands under the present
/// one.
package struct ReportBook: Sendable {
    /// A report as an event: when it came, and about which target and period.
    package struct Arrival: Sendable {
        package let at: Instant
        package let target: TargetID
        package let unit: UnitID
        package let period: Period
        /// It revises an earlier report.
        package let isCorrection: Bool
    }

    private let names: FormerNames
    private var series: [TargetID: [UnitID: ReportSeries]] = [:]
    private var arrivals = ArrivalCalendar()

    package init(_ names: FormerNames = FormerNames()) {
        self.names = names
    }

    package mutating func add(_ observation: Observation) {
        let key = names.present(observation.key)
        series[key.target, default: [:]][key.unit, default: ReportSeries()]
            .add(Reading(observation), period: key.period, disaggregation: key.disaggregation)
        arrivals.add(
            Arrival(
                at: observation.submittedAt, target: key.target, unit: key.unit, period: key.period,
                isCorrection: observation.revision > 1))
    }

    package func series(of target: TargetID, from unit: UnitID) -> ReportSeries? {
        series[target]?[unit]
    }

    /// Everything on a target, by unit.
    package func series(of target: TargetID) -> [UnitID: ReportSeries] {
        series[target] ?? [:]
    }

    /// The same in the order of the units; nil where one reported nothing.
    func series(of target: TargetID, over units: UnitTree) -> [ReportSeries?] {
        var found = [ReportSeries?](repeating: nil, count: units.units.count)
        for (id, reported) in series(of: target) {
            if let unit = units.index(of: id) { found[unit] = reported }
        }
        return found
    }

    /// Whether another report says something of the same, now or later: the two may contradict each other.
    func hasSeveral(_ arrival: Arrival) -> Bool {
        series(of: arrival.target, from: arrival.unit)?.hasSeveral(on: arrival.period) ?? false
    }

    /// Reports submitted after one moment and up to another, in order.
    package func arrivals(after: Instant?, upTo: Instant) -> [Arrival] { arrivals.between(after, upTo) }
}
