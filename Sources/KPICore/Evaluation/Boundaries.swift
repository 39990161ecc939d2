/// The moments at which something can change by itself or did change by a report, and which targets each touches.
struct Boundaries {
    struct Touch {
        /// Editions that take over from others.
        var takeovers: Set<Int> = []
        var targets: Set<Int> = []
        /// Targets touched by nothing but revised figures.
        var corrections: Set<Int> = []
        /// Targets judged day by day of which a period is due: their history has become longer, though nothing else may
        /// have changed.
        var concluded: Set<Int> = []

        fileprivate mutating func take(_ target: Int, isCorrection: Bool) {
            if !isCorrection {
                corrections.remove(target)
            } else if !targets.contains(target) {
                corrections.insert(target)
            }
            targets.insert(target)
        }
    }

    private let catalog: Catalog
    private let facts: Facts

    init(_ catalog: Catalog, _ facts: Facts) {
        (self.catalog, self.facts) = (catalog, facts)
    }

    /// Where the first evaluation begins: before the first window.
    var origin: Instant? {
        catalog.agenda.first.map { catalog.timetable.start(of: $0) }
    }

    /// After one moment, up to another and including it.
    func between(_ start: Instant, _ end: Instant) -> [Instant: Touch] {
        var touches: [Instant: Touch] = [:]
        for takeover in catalog.takeovers(after: start, upTo: end) {
            touches[takeover.at, default: Touch()].takeovers.insert(takeover.target)
            touches[takeover.at, default: Touch()].targets.insert(takeover.target)
        }
        addDeadlines(start, end, to: &touches)
        addArrivals(start, end, to: &touches)
        addUploads(start, end, to: &touches)
        return touches
    }

    /// Targets about which anything was reported in that time, judged already or not.
    func reportedOn(_ start: Instant, _ end: Instant) -> Set<Int> {
        var found: Set<Int> = []
        facts.reports.forEachArrival(after: start, upTo: end) { arrival in
            found.formUnion(catalog.editions(touchedBy: arrival))
            if let current = catalog.index(of: arrival.target, inForceAt: end) { found.insert(current) }
        }
        return found
    }

    private func addDeadlines(_ start: Instant, _ end: Instant, to touches: inout [Instant: Touch]) {
        for index in catalog.agenda.live { addMidnights(index, catalog.targets[index], start, end, to: &touches) }
        for (table, targets) in catalog.agenda.rhythms {
            var period = table.latestDue(at: start).next
            while case let due = table.due(period), due <= end {
                for target in targets where catalog.targets[target].holds(period) {
                    touches[due, default: Touch()].targets.insert(target)
                    if catalog.targets[target].isLive { touches[due, default: Touch()].concluded.insert(target) }
                }
                period = period.next
            }
        }
    }

    private func addMidnights(
        _ index: Int, _ target: Target, _ start: Instant, _ end: Instant, to touches: inout [Instant: Touch]
    ) {
        let timetable = catalog.timetable
        var date = max(timetable.date(of: start).adding(days: 1), target.window.first)
        // The midnight after the window is the last: then its last day is over.
        let last = target.window.last.adding(days: 1)
        while date <= last, case let midnight = timetable.start(of: date), midnight <= end {
            if midnight > start { touches[midnight, default: Touch()].targets.insert(index) }
            date = date.adding(days: 1)
        }
    }

    /// A report on a period that is not judged yet changes nothing that is judged, unless it is not the only one;
    /// one that comes later does.
    private func addArrivals(_ start: Instant, _ end: Instant, to touches: inout [Instant: Touch]) {
        let disciplines = catalog.agenda.disciplines
        facts.reports.forEachArrival(after: start, upTo: end) { arrival in
            let assessor = Assessor(catalog, facts, asOf: arrival.at)
            for index in catalog.editions(touchedBy: arrival) {
                let target = catalog.targets[index]
                let isJudged = min(arrival.period.last, target.window.last) <= assessor.judgedDay(of: target)
                guard isJudged || facts.reports.hasSeveral(arrival) else { continue }
                touches[arrival.at, default: Touch()].take(index, isCorrection: arrival.isCorrection)
                touches[arrival.at, default: Touch()].targets.formUnion(disciplines)
            }
        }
    }

    private func addUploads(_ start: Instant, _ end: Instant, to touches: inout [Instant: Touch]) {
        let uploads = facts.registers.uploads(after: start, upTo: end)
        guard !uploads.isEmpty else { return }
        for (index, target) in catalog.targets.enumerated() {
            let registers = target.registers
            for upload in uploads where registers.contains(upload.register) {
                touches[upload.at, default: Touch()].targets.insert(index)
            }
        }
    }
}
