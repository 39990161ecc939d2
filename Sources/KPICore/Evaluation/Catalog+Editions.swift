extension Catalog {
    /// The version of an edition that is judged at a moment; nil for a target there is not.
    package func index(of target: TargetID, inForceAt moment: Instant) -> Int? {
        lineages.index(of: target).map { inForce(lineages.all[$0], at: moment) }
    }

    /// The lineage that a target is an edition of.
    package func lineage(of target: Int) -> Lineage { lineages.all[lineages.membership[target]] }

    /// The edition that follows another, as its first version.
    package func successor(of target: Target) -> Target? {
        lineages.index(of: target.id).flatMap { lineage in
            lineages.all[lineage].versions.map { targets[$0] }.first { $0.window.first > target.window.last }
        }
    }

    /// The version that is judged at a moment; there always is one.
    package func inForce(_ lineage: Lineage, at moment: Instant) -> Int {
        guard let version = lineage.versions.last(where: { reign(of: $0).contains(moment) }) else {
            preconditionFailure("the first edition reigns until another does")
        }
        return version
    }

    /// The editions that are closed at a moment, oldest first, each as its last version.
    package func closed(_ lineage: Lineage, at moment: Instant) -> [Int] {
        let current = inForce(lineage, at: moment)
        return lineage.editions.prefix { !$0.contains(current) }.compactMap(\.last)
    }

    /// Whether a target is shown among those that are closed.
    func isClosed(_ target: Int, at moment: Instant) -> Bool {
        closed(lineage(of: target), at: moment).contains(target)
    }

    /// Targets that are shown at a moment: those in force, and those that are closed.
    func shown(at moment: Instant) -> Set<Int> {
        Set(lineages.all.flatMap { closed($0, at: moment) + [inForce($0, at: moment)] })
    }

    /// Editions whose value a report may change: those that hold its period, and those that carry on from them. A
    /// report on days of no edition is one of the edition in force.
    func editions(touchedBy arrival: ReportBook.Arrival) -> [Int] {
        guard let lineage = lineages.index(of: arrival.target).map({ lineages.all[$0] }) else { return [] }
        var touched: [Int] = []
        var carries = false
        for edition in lineage.editions {
            let found = edition.filter { version in
                let target = targets[version]
                return target.holds(arrival.period) || carries && target.openingStock == .carried
            }
            carries = !found.isEmpty
            touched += found
        }
        return touched.isEmpty ? [inForce(lineage, at: arrival.at)] : touched
    }
}

extension Catalog {
    /// Whether an alert that began at one moment and is open at another was left by an edition that is closed by then,
    /// because nobody knew of its successor in time.
    ///
    /// An alert that began by the moment at which the edition before was judged for the last time is not of this one,
    /// as long as this one was not in force yet. Later moments are left out: a deadline that is edited must not end an
    /// alert.
    func isLeftOver(_ target: TargetID, begun: Instant, at moment: Instant) -> Bool {
        guard let lineage = lineages.index(of: target).map({ lineages.all[$0] }) else { return false }
        let current = inForce(lineage, at: moment)
        guard let predecessor = targets[current].predecessor else {
            return begun < timetable.start(of: targets[current].window.first)
        }
        let edition = lineage.editions.first { $0.contains(current) } ?? []
        return !edition.contains(inForce(lineage, at: begun)) && begun <= lastJudged(predecessor)
    }

    /// When the last period of an edition is due.
    private func lastJudged(_ target: Target) -> Instant {
        if target.isLive { return timetable.start(of: target.window.last.adding(days: 1)) }
        let rhythm = reporting.rhythm(of: target)
        return timetable.due(rhythm.length.period(containing: target.window.last), by: rhythm.deadline)
    }
}

extension Timetable {
    /// The first moment at which the judged day of a target's version lies among the days it is valid for.
    func firstJudgement(of target: Target, _ rhythm: Rhythm) -> Instant {
        if target.isLive { return start(of: target.validFrom) }
        var period = rhythm.length.period(containing: target.validFrom)
        // A period that began under the edition before is judged there.
        if !target.holds(period) { period = period.next }
        return due(period, by: rhythm.deadline)
    }
}
