/// All that one unit ever reported on one target, in the order of periods.
package struct ReportSeries: Sendable {
    /// The revisions of one key. A period may have several entries, one for each part of its figure.
    struct Entry: Sendable {
        let period: Period
        let disaggregation: String
        /// Of most figures there is one.
        private var first: Reading
        private var later: [Reading] = []

        init(_ period: Period, _ disaggregation: String, _ first: Reading) {
            (self.period, self.disaggregation, self.first) = (period, disaggregation, first)
        }

        /// By revision, then by the moment of submission.
        var revisions: [Reading] { [first] + later }

        /// The one revision, if there is no other.
        var only: Reading? { later.isEmpty ? first : nil }

        mutating func add(_ reading: Reading) {
            var all = revisions
            let place = all.partitioningIndex {
                ($0.revision, $0.submittedAt) > (reading.revision, reading.submittedAt)
            }
            all.insert(reading, at: place)
            (first, later) = (all[0], Array(all.dropFirst()))
        }
    }

    private(set) var entries: [Entry] = []
    private var latest: Instant?
    /// Anything was reported more than once.
    private var hasRevisions = false

    mutating func add(_ reading: Reading, period: Period, disaggregation: String) {
        let position = entries.partitioningIndex {
            ($0.period, $0.disaggregation) >= (period, disaggregation)
        }
        if position < entries.count, entries[position].period == period,
            entries[position].disaggregation == disaggregation
        {
            entries[position].add(reading)
            hasRevisions = true
        } else {
            entries.insert(Entry(period, disaggregation, reading), at: position)
        }
        latest = max(latest ?? reading.submittedAt, reading.submittedAt)
    }

    /// Everything that was reported about one figure.
    package func revisions(of key: Observation.Key) -> [Reading] {
        let place = entries.partitioningIndex { ($0.period, $0.disaggregation) >= (key.period, key.disaggregation) }
        guard place < entries.count, entries[place].period == key.period,
            entries[place].disaggregation == key.disaggregation
        else { return [] }
        return entries[place].revisions
    }

    /// The moment of the first report on a period that was known, whichever revision counts by now: lateness is not
    /// healed by a correction, nor caused by one.
    package func firstReport(on period: Period, asOf: Instant) -> Instant? {
        var first: Instant?
        var index = entries.partitioningIndex { $0.period >= period }
        while index < entries.count, entries[index].period == period {
            for reading in entries[index].revisions
            where reading.submittedAt <= asOf && !reading.isRetraction {
                first = min(first ?? reading.submittedAt, reading.submittedAt)
            }
            index += 1
        }
        return first
    }

    /// The figures that count as far as is known, one for each period and part, in the order of periods.
    package var standing: [(period: Period, disaggregation: String, reading: Reading)] {
        entries.compactMap { entry in
            latest.flatMap(entry.figure).map { (entry.period, entry.disaggregation, $0) }
        }
    }

    /// The moment of the latest report of any kind.
    package func latestReport(asOf: Instant) -> Instant? {
        if let latest, latest <= asOf { return latest }
        return entries.lazy.flatMap(\.revisions).map(\.submittedAt).filter { $0 <= asOf }.max()
    }

    /// Whether a period has a figure that was reported more than once.
    func hasSeveral(on period: Period) -> Bool {
        hasRevisions && entries.contains { $0.period == period && $0.only == nil }
    }

    /// Whether two reports on a period of a kind contradict each other and a person has to decide.
    package func hasConflict(asOf: Instant, on isOfKind: (Period) -> Bool = { _ in true }) -> Bool {
        hasRevisions && entries.contains { isOfKind($0.period) && $0.isInConflict(asOf: asOf) }
    }
}

extension ReportSeries.Entry {
    /// The highest revision known at a moment. Two that contradict each other under one revision count both for
    /// nothing, and what was known before them stands. A retraction leaves no figure.
    func figure(asOf: Instant) -> Reading? {
        if let only { return only.submittedAt <= asOf && !only.isRetraction ? only : nil }
        let revisions = revisions
        var end = revisions.count
        while end > 0 {
            let revision = revisions[end - 1].revision
            let start = revisions[..<end].partitioningIndex { $0.revision >= revision }
            let known = revisions[start..<end].filter { $0.submittedAt <= asOf }
            if let first = known.first, known.allSatisfy(first.agrees) {
                return first.isRetraction ? nil : first
            }
            end = start
        }
        return nil
    }

    func isInConflict(asOf: Instant) -> Bool {
        guard only == nil else { return false }
        let revisions = revisions
        guard let highest = revisions.last(where: { $0.submittedAt <= asOf }) else { return false }
        return revisions.contains {
            $0.revision == highest.revision && $0.submittedAt <= asOf && !$0.agrees(with: highest)
        }
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
