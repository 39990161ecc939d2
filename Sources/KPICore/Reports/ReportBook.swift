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
    /// As the calendar of arrivals numbers them.
    private var subjects: [ReportBatch.Subject] = []
    private var numbers: [ReportBatch.Subject: Int32] = [:]

    package init(_ names: FormerNames = FormerNames()) {
        self.names = names
    }

    package mutating func add(_ observation: Observation) {
        let key = names.present(observation.key)
        series[key.target, default: [:]][key.unit, default: ReportSeries()]
            .add(Reading(observation), period: key.period, disaggregation: key.disaggregation)
        arrivals.add(
            ArrivalCalendar.Entry(
                at: observation.submittedAt, subject: number(of: key.target, key.unit), period: key.period,
                isCorrection: observation.revision > 1))
    }

    /// - Parameter batch: settled.
    package mutating func add(_ batch: ReportBatch) {
        for (place, subject) in batch.subjects.enumerated() {
            let (target, unit) = (names.present(subject.target), names.present(subject.unit))
            let readings = batch.readings(of: place)
            series[target, default: [:]][unit, default: ReportSeries()].add(readings)
            let number = number(of: target, unit)
            arrivals.add(
                readings.rows.lazy.map { row in
                    ArrivalCalendar.Entry(
                        at: row.submittedAt, subject: number, period: row.period, isCorrection: row.revision > 1)
                })
        }
    }

    private mutating func number(of target: TargetID, _ unit: UnitID) -> Int32 {
        let subject = ReportBatch.Subject(target: target, unit: unit)
        if let known = numbers[subject] { return known }
        numbers[subject] = Int32(subjects.count)
        subjects.append(subject)
        return Int32(subjects.count - 1)
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

    /// Calls with the reports submitted after one moment and up to another, in order.
    package func forEachArrival(after start: Instant?, upTo end: Instant, _ body: (Arrival) -> Void) {
        arrivals.forEach(after: start, upTo: end) { entry in
            let subject = subjects[Int(entry.subject)]
            body(
                Arrival(
                    at: entry.at, target: subject.target, unit: subject.unit, period: entry.period,
                    isCorrection: entry.isCorrection))
        }
    }
}
