import CEL

/// When reports came, day by day: files bring them in any order, and one more finds its place at once.
struct ArrivalCalendar: Sendable {
    /// In twenty-four bytes, for there are millions of them.
    struct Entry: Sendable {
        let at: Instant
        /// Whose it is, by a number that the calendar's owner knows.
        let subject: Int32
        let period: Period
        let isCorrection: Bool
    }

    /// By moment; those of one moment in the order in which they were added.
    private var days: [Int64: [Entry]] = [:]
    /// Rising.
    private var known: [Int64] = []

    mutating func add(_ entry: Entry) {
        let day = Self.day(of: entry.at)
        note(day)
        let last = days[day]?.last?.at ?? entry.at
        if last <= entry.at {
            days[day, default: []].append(entry)
        } else {
            let place = days[day]?.partitioningIndex { $0.at > entry.at } ?? 0
            days[day, default: []].insert(entry, at: place)
        }
    }

    /// Many at once, in any order.
    mutating func add(_ entries: some Sequence<Entry>) {
        var touched: Set<Int64> = []
        for entry in entries {
            let day = Self.day(of: entry.at)
            if touched.insert(day).inserted { note(day) }
            days[day, default: []].append(entry)
        }
        for day in touched { sort(day) }
    }

    private mutating func sort(_ day: Int64) {
        guard let entries = days[day], zip(entries, entries.dropFirst()).contains(where: { $0.at > $1.at }) else {
            return
        }
        days[day] = entries.sorted { $0.at < $1.at }
    }

    private mutating func note(_ day: Int64) {
        guard days[day] == nil else { return }
        // They mostly come in order.
        if let last = known.last, last > day {
            known.insert(day, at: known.partitioningIndex { $0 > day })
        } else {
            known.append(day)
        }
    }

    /// Calls with those after one moment and up to another, by moment; those of one moment in the order in which they were
    /// added.
    func forEach(after start: Instant?, upTo end: Instant, _ body: (Entry) -> Void) {
        let first = start.map { start in known.partitioningIndex { $0 >= Self.day(of: start) } } ?? 0
        for day in known[first...] {
            guard day <= Self.day(of: end), let entries = days[day] else { break }
            let begin = start.map { start in entries.partitioningIndex { $0.at > start } } ?? 0
            for entry in entries[begin...] {
                guard entry.at <= end else { break }
                body(entry)
            }
        }
    }

    private static func day(of moment: Instant) -> Int64 { floorDivide(moment.seconds, 86_400) }
}
