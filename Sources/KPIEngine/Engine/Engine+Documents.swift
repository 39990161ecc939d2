package import KPICore

/// The documents as they are this moment, from what was committed: the files may be a second behind.
extension Engine {
    package func statusDocument(at now: Instant) -> JSON {
        publisher.status(state, edition, facts, asOf: now, health: currentHealth).json
    }

    /// Open alerts, each with what keeps people from being told of it.
    package func alertsDocument(at now: Instant) -> JSON {
        let (suppression, catalog) = (suppression(at: now), edition.catalog)
        let alerts = AlertDocument.alerts(state, catalog) { suppression.suppressors(of: $0) }
        return AlertDocument.current(alerts, catalog, asOf: now)
    }

    package func healthDocument(at now: Instant) -> JSON {
        .object([
            JSON.Member("api_version", .string(StatusDocument.version)),
            JSON.Member("as_of", .string(stamp(now))), JSON.Member("health", currentHealth.json),
        ])
    }

    /// Acts in force or still to come; with `all`, every one.
    package func actsDocument(all: Bool, at now: Instant) -> JSON { ActDocument.acts(setting(at: now), all: all) }

    /// The latest attempt to load the configuration.
    package var lastReload: Health.Reload { health.lastReload }
}
