package import KPICore
import KPIStore

extension Engine {
    /// Goes over to a new configuration. Rows of registers that only it knows are read from the ledger; where that
    /// fails, the old configuration goes on, and the reload has failed like any other.
    ///
    /// - Returns: why it was not taken; nil when it was.
    package func adopt(_ edition: Edition, at now: Instant) -> String? {
        let contents: LedgerContents
        do {
            contents = try ledger.load(
                registers: edition.catalog.registers.values, names: edition.catalog.formerNames)
        } catch {
            let mistake = Health.Mistake(
                file: ledger.path, line: nil, column: nil, id: "ledger", message: "\(error)")
            refuse([mistake], at: now)
            return mistake.message
        }
        facts = contents.facts
        self.edition = edition
        state.assessments = []
        state.failures = [:]
        state.unwritten = [:]
        telling.lookAgain()
        publisher.forget()
        health.generation += 1
        health.fingerprint = edition.fingerprint
        health.filesDiffer = false
        health.lastReload = Health.Reload(at: now.stamp(in: edition.catalog.timetable.zone), ok: true, mistakes: [])
        tick(at: now)
        return nil
    }

    /// The new configuration is wrong; the old one goes on.
    package func refuse(_ mistakes: [Health.Mistake], at now: Instant) {
        health.lastReload = Health.Reload(
            at: now.stamp(in: edition.catalog.timetable.zone), ok: false, mistakes: mistakes)
        publish(at: now)
    }

    /// Seconds between two looks at the clock, as the latest configuration has it.
    package var evaluateEvery: Int { edition.evaluateEvery }

    /// A moment as clocks in the organisation's zone show it.
    package func stamp(_ moment: Instant) -> String { moment.stamp(in: edition.catalog.timetable.zone) }

    /// What the files on disk are by now; nil when they cannot be read. A difference is told as soon as it is seen.
    package func compare(fingerprint: String?, at now: Instant) {
        let differ = fingerprint != edition.fingerprint
        guard differ != health.filesDiffer else { return }
        health.filesDiffer = differ
        publish(at: now)
    }
}
