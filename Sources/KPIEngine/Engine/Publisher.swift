import KPICore

/// Writes the documents: a pure rendering of what was committed, so that a lost or spoilt file heals itself.
struct Publisher {
    private let directory: StateDirectory
    /// What was last written, but for its moment.
    private var published: (status: StatusDocument, alerts: JSON)?

    init(_ directory: StateDirectory) {
        self.directory = directory
    }

    /// Writes what differs from the last time in more than the moment it was made, and what somebody has taken away.
    mutating func publish(
        _ state: EvaluationState, _ edition: Edition, _ facts: Facts, asOf: Instant, health: Health
    ) throws(FileError) {
        let status = StatusDocument(state, edition.catalog, facts, asOf: asOf, health: health)
        let alerts = AlertDocument.alerts(state, edition.catalog)
        if let published, published.status.isSame(as: status), published.alerts == alerts, try isComplete() { return }
        published = nil
        try AtomicFile.write(status.json.pretty, to: directory.status)
        try AtomicFile.write(
            AlertDocument.current(alerts, edition.catalog, asOf: asOf).pretty, to: directory.alerts)
        let open = OpenAlert.all(in: state, edition.catalog.timetable)
        let table = StatusTable(status, alerts: open, TableLook(language: edition.language))
        try AtomicFile.write(table.text, to: directory.statusText)
        published = (status, alerts)
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
    }
}
