/// One thing told to one receiver over one channel: all that sending it needs, so that a notice read back from the
/// ledger after a restart is sent as it would have been.
package struct Notice: Sendable, Hashable {
    /// What the notice says in words.
    package struct Words: Sendable, Hashable {
        /// What it is about, in a few words: the target and the unit.
        package let title: Label
        package let message: Label
        /// Why it came about.
        package let reason: Label?
        /// What else the receiver has to know, such as who muted it and until when.
        package let note: Label?

        package init(title: Label, message: Label, reason: Label? = nil, note: Label? = nil) {
            self.title = title
            self.message = message
            self.reason = reason
            self.note = note
        }
    }

    package let key: NoticeKey
    package let event: NoticeEvent
    /// The alert's; for a digest the gravest in it.
    package let severity: Severity
    /// What this receiver was told last; nil when that was nothing, or an end.
    package let severityBefore: Severity?
    /// In which the receiver is addressed.
    package let language: Language
    /// When that came about which the notice tells.
    package let at: Stamp
    /// Since when the alert has fired.
    package let since: Stamp?
    /// When it was over; nil while it fires.
    package let until: Stamp?
    /// Nil when the notice is not about one alert.
    package let alert: AlertIdentity?
    package let words: Words
    package let figures: [NoticeFigure]
    package let digest: NoticeDigest?

    package init(
        key: NoticeKey, event: NoticeEvent, severity: Severity, severityBefore: Severity? = nil, language: Language,
        at: Stamp, since: Stamp? = nil, until: Stamp? = nil, alert: AlertIdentity? = nil, words: Words,
        figures: [NoticeFigure] = [], digest: NoticeDigest? = nil
    ) {
        self.key = key
        self.event = event
        self.severity = severity
        self.severityBefore = severityBefore
        self.language = language
        self.at = at
        self.since = since
        self.until = until
        self.alert = alert
        self.words = words
        self.figures = figures
        self.digest = digest
    }

    package var isOver: Bool { until != nil }
}
