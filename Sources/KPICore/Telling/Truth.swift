/// How an alert stands, as far as anybody is to be told: it fires, or it does not.
struct Truth: Hashable {
    let episode: Int
    let severity: Severity
    let since: Instant

    /// Nil for an alert that is pending, over, or not there.
    init?(_ alert: Alert?) {
        guard let alert else { return nil }
        switch alert.phase {
        case .firing(let firing): (severity, since) = (firing.severity, firing.since)
        // It may come back, and until it does not for long enough nobody is told that it is over.
        case .recovering(let recovering): (severity, since) = (recovering.firing.severity, recovering.firing.since)
        case .inactive, .pending, .resolved: return nil
        }
        episode = alert.episode
    }
}
