/// What an act does.
package enum Deed: Sendable, Hashable {
    case acknowledge(Acknowledgement)
    case silence(Silence)
    /// A unit is being looked after: nobody is told of it, or of the units below it.
    case maintain(Maintenance)
    /// Takes an earlier act back, from now on.
    case undo(Int64)

    /// The words of the ledger and of the documents.
    package enum Name: String, Sendable, CaseIterable {
        case acknowledge, silence, maintain, undo
    }

    package var name: Name {
        switch self {
        case .acknowledge: .acknowledge
        case .silence: .silence
        case .maintain: .maintain
        case .undo: .undo
        }
    }

    /// When it begins by what it says itself; nil for what begins with the act.
    package var from: Instant? {
        switch self {
        case .acknowledge, .undo: nil
        case .silence(let silence): silence.from
        case .maintain(let maintenance): maintenance.from
        }
    }

    /// When it ends by itself; nil for what does not.
    package var until: Instant? {
        switch self {
        case .acknowledge(let acknowledgement): acknowledgement.until
        case .silence(let silence): silence.until
        case .maintain(let maintenance): maintenance.until
        case .undo: nil
        }
    }
}
