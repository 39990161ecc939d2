package import KPICore
import KPIStore

extension Engine {
    /// Goes over to a new configuration. Rows of registers that only it knows are read from the ledger.
    package func adopt(_ edition: Edition, at now: Instant) {
        attempt("ledger") {
            let contents = try ledger.load(registers: edition.catalog.registers.values)
            facts = Facts()
            for observation in contents.observations { facts.reports.add(observation) }
            for row in contents.registerRows { facts.registers.add(row) }
            self.edition = edition
            state.assessments = []
            publisher.forget()
            health.generation += 1
            health.fingerprint = edition.fingerprint
            health.filesDiffer = false
            health.lastReload = Health.Reload(
                at: now.stamp(in: edition.catalog.timetable.zone), ok: true, mistakes: [])
        }
        tick(at: now)
    }

    /// The new configuration is wrong; the old one goes on.
    package func refuse(_ mistakes: [Health.Mistake], at now: Instant) {
        health.lastReload = Health.Reload(
            at: now.stamp(in: edition.catalog.timetable.zone), ok: false, mistakes: mistakes)
        publish(at: now)
    }

    /// What the files on disk are by now; nil when they cannot be read.
    package func compare(fingerprint: String?) {
        health.filesDiffer = fingerprint != edition.fingerprint
    }
}
