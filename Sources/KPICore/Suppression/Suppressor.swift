/// What keeps people from being told of an alert. It never changes how the alert stands.
package enum Suppressor: Sendable, Hashable {
    case acknowledged(Act)
    case silenced(Act)
    /// The unit, or one above it, is being looked after.
    case maintained(Act)
    /// It is not working time.
    case muted(MuteWindow)
    /// Another alert says it.
    case inhibited(by: AlertIdentity, Inhibition)
    /// It comes and goes too often.
    case flapping

    /// The words of the ledger and of the documents.
    package enum Name: String, Sendable, CaseIterable {
        case acknowledged, silenced, maintained, muted, inhibited, flapping
    }

    package var name: Name {
        switch self {
        case .acknowledged: .acknowledged
        case .silenced: .silenced
        case .maintained: .maintained
        case .muted: .muted
        case .inhibited: .inhibited
        case .flapping: .flapping
        }
    }
}
