/// Somebody knows of an alert and sees to it.
///
/// It keeps reminders away, and what is no graver than what was acknowledged. It ends with the alert's episode, so that
/// the next occurrence is not missed; a sticky one goes on through graver severities and later episodes.
package struct Acknowledgement: Sendable, Hashable {
    package let alert: AlertIdentity
    /// The one that was acknowledged.
    package let episode: Int
    /// How grave it was then.
    package let severity: Severity
    package let isSticky: Bool
    /// When it ends at the latest; nil: not by itself.
    package let until: Instant?

    package init(
        alert: AlertIdentity, episode: Int, severity: Severity, isSticky: Bool = false, until: Instant? = nil
    ) {
        self.alert = alert
        self.episode = episode
        self.severity = severity
        self.isSticky = isSticky
        self.until = until
    }

    /// Whether it covers an alert that fires in an episode with a severity.
    package func covers(episode: Int, severity: Severity) -> Bool {
        isSticky ? episode >= self.episode : episode == self.episode && severity <= self.severity
    }
}
