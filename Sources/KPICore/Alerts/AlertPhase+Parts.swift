extension AlertPhase {
    package enum Name: String, Sendable, CaseIterable {
        case inactive, pending, firing, recovering, resolved
    }

    package var name: Name {
        switch self {
        case .inactive: .inactive
        case .pending: .pending
        case .firing: .firing
        case .recovering: .recovering
        case .resolved: .resolved
        }
    }

    package var severity: Severity? {
        switch self {
        case .inactive: nil
        case .pending(let pending): pending.severity
        case .firing(let firing): firing.severity
        case .recovering(let recovering): recovering.firing.severity
        case .resolved(let resolved): resolved.severity
        }
    }

    /// Since when people have it before them: pending, firing, though it recovers, or over.
    package var since: Instant? {
        switch self {
        case .inactive: nil
        case .pending(let pending): pending.since
        case .firing(let firing): firing.since
        case .recovering(let recovering): recovering.firing.since
        case .resolved(let resolved): resolved.at
        }
    }

    /// Since when the condition has held, for a phase that is open.
    package var begun: Instant? {
        switch self {
        case .pending(let pending): pending.since
        case .firing(let firing): firing.pendingSince
        case .recovering(let recovering): recovering.firing.pendingSince
        case .inactive, .resolved: nil
        }
    }

    /// Pending, firing or recovering.
    package var isOpen: Bool { begun != nil }

    /// It has fired, and the episode goes on.
    package var isInEpisode: Bool {
        switch self {
        case .firing, .recovering: true
        case .inactive, .pending, .resolved: false
        }
    }
}
