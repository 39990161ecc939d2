/// What a notice tells.
package enum NoticeEvent: String, Sendable, CaseIterable {
    case fired
    /// Its severity, or what it says, is another one.
    case changed
    case resolved
    /// It goes on, and the receiver is told again.
    case reminder
    /// Revised figures changed what was told before.
    case corrected
    /// What kept the receiver from being told is over; the notice says how things stand now.
    case suppressionEnded = "suppression_ended"
    /// A silence, an acknowledgement or a mute will end soon.
    case suppressionEnding = "suppression_ending"
    /// Several things in one notice.
    case digest
    /// A notice to another receiver was given up.
    case undelivered
    /// Somebody tries the channel.
    case test

    /// Whether the notice says how one alert stands, so that a receiver that keeps alerts can keep this one.
    package var isOfAlert: Bool {
        switch self {
        case .fired, .changed, .resolved, .reminder, .corrected, .suppressionEnded: true
        case .suppressionEnding, .digest, .undelivered, .test: false
        }
    }
}
