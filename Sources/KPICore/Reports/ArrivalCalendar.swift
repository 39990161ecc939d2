import CEL

/// When reports came, minute by minute: files bring them in any order, and one more finds its place at once.
struct ArrivalCalendar: Sendable {
    private var minutes: [Int64: [ReportBook.Arrival]] = [:]
    /// Rising.
    private var known: [Int64] = []

    mutating func add(_ arrival: ReportBook.Arrival) {
        let minute = Self.minute(of: arrival.at)
        if minutes[minute] == nil {
            // They mostly come in order.
            if let last = known.last, last > minute {
                known.insert(minute, at: known.partitioningIndex { $0 > minute })
            } else {
                known.append(minute)
            }
        }
        minutes[minute, default: []].append(arrival)
    }

    /// Those after one moment and up to another, by moment; those of one moment in the order in which they were added.
    func between(_ start: Instant?, _ end: Instant) -> [ReportBook.Arrival] {
        let first = start.map { start in known.partitioningIndex { $0 >= Self.minute(of: start) } } ?? 0
        var found: [ReportBook.Arrival] = []
        for minute in known[first...] {
            guard minute <= Self.minute(of: end) else { break }
            let arrivals = (minutes[minute] ?? []).filter { arrival in
                arrival.at <= end && start.map { $0 < arrival.at } ?? true
            }
            found += arrivals.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
                .map(\.element)
        }
        return found
    }

    private static func minute(of moment: Instant) -> Int64 { floorDivide(moment.seconds, 60) }
}
