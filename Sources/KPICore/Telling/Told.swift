/// What a recipient was last told of an alert, and what they have not been told yet. Kept across restarts and edits, so
/// that after a silence or an outage exactly the difference is said.
package struct Told: Sendable, Hashable {
    package struct Key: Sendable, Hashable {
        package let alert: AlertIdentity
        package let recipient: RecipientID

        package init(_ alert: AlertIdentity, _ recipient: RecipientID) {
            (self.alert, self.recipient) = (alert, recipient)
        }
    }

    /// Something they have not been told yet.
    package struct Withheld: Sendable, Hashable {
        package let since: Instant
        /// What kept it from them last.
        package let by: Suppressor.Name
        /// The same in words: who, why and until when.
        package let note: Label

        package init(since: Instant, by: Suppressor.Name, note: Label) {
            (self.since, self.by, self.note) = (since, by, note)
        }
    }

    /// The episode of which they were told last; 0 before the first time.
    package var episode: Int
    /// How grave they believe the alert to be; nil: that there is none, or that it is over.
    package var severity: Severity?
    /// When they were told last; nil: never.
    package var at: Instant?
    /// Counts what they were told in that episode.
    package var sequence: Int
    /// Since when there has been something that they were not told and that nothing keeps from them.
    package var waitingSince: Instant?
    package var withheld: Withheld?

    package init(
        episode: Int = 0, severity: Severity? = nil, at: Instant? = nil, sequence: Int = 0,
        waitingSince: Instant? = nil, withheld: Withheld? = nil
    ) {
        self.episode = episode
        self.severity = severity
        self.at = at
        self.sequence = sequence
        self.waitingSince = waitingSince
        self.withheld = withheld
    }

    /// As if nobody had ever spoken of it.
    package static let nothing = Told()
}
