/// When pending alerts have waited long enough, so that the next of these moments is found without asking them all.
struct WakeCalendar: Sendable {
    private var alerts: [Instant: Set<AlertIdentity>] = [:]
    /// Rising.
    private var moments: [Instant] = []

    mutating func add(_ identity: AlertIdentity, at moment: Instant) {
        if alerts[moment] == nil { moments.insert(moment, at: moments.partitioningIndex { $0 > moment }) }
        alerts[moment, default: []].insert(identity)
    }

    /// The earliest moment after one, with the alerts that were to wake then; some may wait no longer.
    func next(after start: Instant) -> (at: Instant, alerts: Set<AlertIdentity>)? {
        let position = moments.partitioningIndex { $0 > start }
        guard position < moments.count, let found = alerts[moments[position]] else { return nil }
        return (moments[position], found)
    }

    /// Forgets the moments up to one that has been passed.
    ///
    /// - Returns: what is forgotten, for whoever has to take that back.
    mutating func forget(through end: Instant) -> [(at: Instant, alerts: Set<AlertIdentity>)] {
        let count = moments.partitioningIndex { $0 > end }
        let forgotten = moments[..<count].map { (at: $0, alerts: alerts.removeValue(forKey: $0) ?? []) }
        moments.removeFirst(count)
        return forgotten
    }
}
