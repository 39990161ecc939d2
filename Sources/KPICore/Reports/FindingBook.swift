/// What was found about reported figures, by what they are about: open until a row on the same is taken of which nothing
/// odd was found.
package struct FindingBook: Sendable {
    /// What one file brought about one figure. Without findings: what was open is settled.
    package struct Entry: Sendable, Hashable {
        package let key: Observation.Key
        /// When it was submitted.
        package let at: Instant
        package let file: String
        package let findings: [Finding]
    }

    private let names: FormerNames
    /// By moment, for each thing that can be reported.
    private var entries: [TargetID: [UnitID: [Observation.Key: [Entry]]]] = [:]

    package init(_ names: FormerNames = FormerNames()) {
        self.names = names
    }

    /// - Parameters:
    ///   - findings: all those about a file.
    ///   - taken: the reports that it brought.
    package mutating func add(_ findings: [Finding], of file: String, taken: ReportBatch) {
        var found: [Observation.Key: (at: Instant, findings: [Finding])] = [:]
        for finding in findings {
            guard finding.bearsOnFigures, let subject = finding.subject else { continue }
            let key = names.present(subject.key)
            found[key, default: (subject.at, [])].at = subject.at
            if finding.action > .note { found[key]?.findings.append(finding) }
        }
        for (key, about) in found { add(Entry(key: key, at: about.at, file: file, findings: about.findings)) }
        for (place, subject) in taken.subjects.enumerated() {
            let (target, unit) = (names.present(subject.target), names.present(subject.unit))
            guard let open = entries[target]?[unit] else { continue }
            let readings = taken.readings(of: place)
            for row in 0..<readings.count {
                let key = Observation.Key(
                    target: target, unit: unit, period: readings.period(at: row),
                    disaggregation: readings.part(at: row))
                guard found[key] == nil, open[key] != nil else { continue }
                add(Entry(key: key, at: readings.submittedAt(at: row), file: file, findings: []))
            }
        }
    }

    private mutating func add(_ entry: Entry) {
        var about = entries[entry.key.target]?[entry.key.unit]?[entry.key] ?? []
        about.insert(entry, at: about.partitioningIndex { $0.at > entry.at })
        entries[entry.key.target, default: [:]][entry.key.unit, default: [:]][entry.key] = about
    }

    /// What was open about one figure.
    package func open(_ key: Observation.Key, asOf: Instant) -> [Finding] {
        entries[key.target]?[key.unit]?[key]?.last { $0.at <= asOf }?.findings ?? []
    }

    /// What was open about a target, in the order of units and periods.
    package func open(on target: TargetID, asOf: Instant) -> [Entry] {
        (entries[target] ?? [:]).values.flatMap(\.values).compactMap { about in about.last { $0.at <= asOf } }
            .filter { !$0.findings.isEmpty }
            .sorted {
                ($0.key.unit, $0.key.period, $0.key.disaggregation) < (
                    $1.key.unit, $1.key.period, $1.key.disaggregation
                )
            }
    }

    /// How many figures of a unit were in doubt, and how many were refused and not sent anew, in the periods that are
    /// asked for.
    func counts(
        _ target: TargetID, _ unit: UnitID, asOf: Instant, in holds: (Period) -> Bool
    ) -> (doubts: Int, refusals: Int) {
        guard let entries = entries[target]?[unit] else { return (0, 0) }
        var (doubts, refusals) = (0, 0)
        for (key, about) in entries where holds(key.period) {
            guard let findings = about.last(where: { $0.at <= asOf })?.findings, !findings.isEmpty else { continue }
            if findings.contains(where: { $0.action == .reject }) { refusals += 1 } else { doubts += 1 }
        }
        return (doubts, refusals)
    }

    /// Whether anything was ever found about a target.
    package func speaks(of target: TargetID) -> Bool { entries[target] != nil }
}
