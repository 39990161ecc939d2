import KPICore

/// Writes the documents: a pure rendering of what was committed, so that a lost or spoilt file heals itself.
struct Publisher {
    private let directory: StateDirectory
    /// What was last written, but for its moment.
    private var published: (status: StatusDocument, alerts: JSON, day: LocalDate)?
    private var annexes = Annexes()
    /// Something was assessed, or an alert changed, since then.
    private var isStale = true

    init(_ directory: StateDirectory) {
        self.directory = directory
    }

    /// Writes what differs from the last time in more than the moment it was made, and what somebody has taken away.
    ///
    /// Where nothing was assessed and no alert changed since then, nothing is rendered: a tick that finds nothing to do
    /// costs the same however many targets there are.
    mutating func publish(
        _ state: EvaluationState, _ edition: Edition, _ facts: Facts, asOf: Instant, health: Health
    ) throws(FileError) {
        let day = edition.catalog.timetable.date(of: asOf)
        if let published, !isStale, published.status.health == health, published.day == day,
            published.status.ref == StatusDocument.ref(edition.catalog, asOf: asOf), try isComplete()
        {
            return
        }
        let status = status(state, edition, facts, asOf: asOf, health: health)
        let alerts = AlertDocument.alerts(state, edition.catalog)
        isStale = false
        if let last = published, last.status.isSame(as: status), last.alerts == alerts, try isComplete() {
            published = (last.status, last.alerts, day)
            return
        }
        published = nil
        try AtomicFile.write(status.json.pretty, to: directory.status)
        try AtomicFile.write(
            AlertDocument.current(alerts, edition.catalog, asOf: asOf).pretty, to: directory.alerts)
        let open = OpenAlert.all(in: state, edition.catalog)
        let table = StatusTable(status, alerts: open, TableLook(language: edition.language))
        try AtomicFile.write(table.text, to: directory.statusText)
        published = (status, alerts, day)
    }

    /// Renders the status without writing it.
    mutating func status(
        _ state: EvaluationState, _ edition: Edition, _ facts: Facts, asOf: Instant, health: Health
    ) -> StatusDocument {
        annexes.complete(for: state, edition.catalog, facts, at: state.evaluatedThrough ?? asOf)
        return StatusDocument(state, edition.catalog, facts, asOf: asOf, health: health, annexes: annexes)
    }

    private func isComplete() throws(FileError) -> Bool {
        for path in [directory.status, directory.alerts, directory.statusText] {
            if try FileProperties.of(path) == nil { return false }
        }
        return true
    }

    /// The catalog or the language changed: everything is to be written again.
    mutating func forget() {
        published = nil
        annexes = Annexes()
    }

    /// What was assessed is told anew, with everything beside it.
    mutating func note(_ advance: Advance) {
        annexes.forget(advance.assessed)
        isStale = isStale || !advance.assessed.isEmpty || !advance.changed.isEmpty
    }
}
