/// All that one unit ever reported on one target, in the order of periods.
package struct ReportSeries: Sendable {
    /// What was reported under one key: a stretch of the readings. A period may have several entries, one for each part of
    /// its figure.
    struct Entry {
        let period: Period
        fileprivate let places: Range<Int>

        /// Whether there is one revision and no other.
        var isSingle: Bool { places.count == 1 }
    }

    private var readings = PackedReadings()
    private var latest: Instant?
    /// Anything was reported more than once.
    private var hasRevisions = false

    mutating func add(_ reading: Reading, period: Period, disaggregation: String) {
        var place = readings.place(of: period, part: disaggregation)
        let isNew = !isKey(period, disaggregation, at: place)
        if !isNew {
            hasRevisions = true
            while isKey(period, disaggregation, at: place), !isAfter(place, reading) { place += 1 }
        }
        readings.insert(reading, on: period, part: disaggregation, at: place)
        latest = max(latest ?? reading.submittedAt, reading.submittedAt)
    }

    private func isKey(_ period: Period, _ part: String, at place: Int) -> Bool {
        place < readings.count && readings.rows[place].period == period && readings.part(at: place) == part
    }

    private func isAfter(_ place: Int, _ reading: Reading) -> Bool {
        let row = readings.rows[place]
        return (row.revision, row.submittedAt) > (reading.revision, reading.submittedAt)
    }

    /// - Parameter others: sorted.
    mutating func add(_ others: PackedReadings) {
        guard others.count > 1 else {
            if others.count == 1 { add(others[0], period: others.period(at: 0), disaggregation: others.part(at: 0)) }
            return
        }
        readings.merge(others)
        latest = others.rows.lazy.map(\.submittedAt).reduce(latest) { max($0 ?? $1, $1) }
        hasRevisions =
            hasRevisions || zip(readings.rows, readings.rows.dropFirst()).contains { $0.isOfSameKey(as: $1) }
    }

    /// In the order of periods and parts.
    var entries: Entries { Entries(readings.rows) }

    struct Entries: Sequence, IteratorProtocol {
        private let rows: [PackedReading]
        private var place = 0

        init(_ rows: [PackedReading]) { self.rows = rows }

        var underestimatedCount: Int { rows.count }

        mutating func next() -> Entry? {
            guard place < rows.count else { return nil }
            let start = place
            repeat { place += 1 } while place < rows.count && rows[start].isOfSameKey(as: rows[place])
            return Entry(period: rows[start].period, places: start..<place)
        }
    }

    private func entry(_ period: Period, _ part: String) -> Entry? {
        let start = readings.place(of: period, part: part)
        guard isKey(period, part, at: start) else { return nil }
        var end = start + 1
        while isKey(period, part, at: end) { end += 1 }
        return Entry(period: period, places: start..<end)
    }

    // MARK: What is said about one key

    /// Empty for the whole.
    func disaggregation(of entry: Entry) -> String { readings.part(at: entry.places.lowerBound) }

    /// The highest revision known at a moment. Two that contradict each other under one revision count both for
    /// nothing, and what was known before them stands. A retraction leaves no figure.
    ///
    /// - Parameter withPlanned: false where what is only planned in part counts as if nobody had reported it.
    func figure(of entry: Entry, asOf: Instant, withPlanned: Bool = true) -> Reading? {
        if entry.isSingle { return single(entry.places.lowerBound, asOf: asOf, withPlanned) }
        let rows = readings.rows
        var end = entry.places.upperBound
        while end > entry.places.lowerBound {
            var start = end - 1
            while start > entry.places.lowerBound, rows[start - 1].revision == rows[end - 1].revision { start -= 1 }
            let known = (start..<end).lazy
                .filter { rows[$0].submittedAt <= asOf && (withPlanned || !rows[$0].isPlanned) }.map { readings[$0] }
            if let first = known.first, known.allSatisfy(first.agrees) {
                return first.isRetraction ? nil : first
            }
            end = start
        }
        return nil
    }

    private func single(_ place: Int, asOf: Instant, _ withPlanned: Bool) -> Reading? {
        guard readings.rows[place].submittedAt <= asOf, !readings.rows[place].isRetraction,
            withPlanned || !readings.rows[place].isPlanned
        else { return nil }
        return readings[place]
    }

    private func isInConflict(_ entry: Entry, asOf: Instant) -> Bool {
        guard !entry.isSingle,
            let last = entry.places.last(where: { readings.rows[$0].submittedAt <= asOf })
        else { return false }
        let highest = readings[last]
        return entry.places.contains { place in
            let row = readings.rows[place]
            return row.revision == highest.revision && row.submittedAt <= asOf
                && !readings[place].agrees(with: highest)
        }
    }
}

extension ReportSeries {
    /// Everything that was reported about one figure.
    package func revisions(of key: Observation.Key) -> [Reading] {
        entry(key.period, key.disaggregation)?.places.map { readings[$0] } ?? []
    }

    /// Whether anything was ever reported about one figure.
    package func speaks(of key: Observation.Key) -> Bool { entry(key.period, key.disaggregation) != nil }

    /// The moment of the first report on a period that was known, whichever revision counts by now: lateness is not
    /// healed by a correction, nor caused by one.
    package func firstReport(on period: Period, asOf: Instant) -> Instant? {
        var first: Instant?
        for row in readings.rows[readings.place(of: period, part: "")...] {
            guard row.period == period else { break }
            if row.submittedAt <= asOf, !row.isRetraction { first = min(first ?? row.submittedAt, row.submittedAt) }
        }
        return first
    }

    /// Calls with each figure that counts as far as is known and with its part, in the order of periods.
    package func forEachStanding(_ body: (Period, _ part: String, Reading) -> Void) {
        guard let latest else { return }
        for entry in entries {
            if let figure = figure(of: entry, asOf: latest) { body(entry.period, disaggregation(of: entry), figure) }
        }
    }

    /// The moment of the latest report of any kind.
    package func latestReport(asOf: Instant) -> Instant? {
        if let latest, latest <= asOf { return latest }
        return readings.rows.lazy.map(\.submittedAt).filter { $0 <= asOf }.max()
    }

    /// Whether a period has a figure that was reported more than once.
    func hasSeveral(on period: Period) -> Bool {
        guard hasRevisions else { return false }
        let rows = readings.rows
        var place = readings.place(of: period, part: "") + 1
        while place < rows.count, rows[place].period == period {
            if rows[place - 1].isOfSameKey(as: rows[place]) { return true }
            place += 1
        }
        return false
    }

    /// Whether two reports on a period of a kind contradict each other and a person has to decide.
    package func hasConflict(asOf: Instant, on isOfKind: (Period) -> Bool = { _ in true }) -> Bool {
        hasRevisions && entries.contains { isOfKind($0.period) && isInConflict($0, asOf: asOf) }
    }
}

extension RandomAccessCollection {
    /// The first index at which a predicate that never turns back from true holds, by halving.
    package func partitioningIndex(where holds: (Element) -> Bool) -> Index {
        var low = startIndex
        var left = count
        while left > 0 {
            let half = left / 2
            let middle = index(low, offsetBy: half)
            if holds(self[middle]) {
                left = half
            } else {
                low = index(after: middle)
                left -= half + 1
            }
        }
        return low
    }
}
