extension ActBook {
    /// Those of an alert, in the order in which they were given.
    func acknowledgements(of alert: AlertIdentity) -> [Act] {
        (acknowledgements[alert] ?? []).compactMap { self[$0] }
    }

    /// The alert that an act acknowledges, or whose acknowledgement it takes back; nil for other acts.
    func acknowledged(by act: Act) -> AlertIdentity? {
        switch act.deed {
        case .acknowledge(let acknowledgement): return acknowledgement.alert
        case .undo(let id):
            guard case .acknowledge(let acknowledgement) = self[id]?.deed else { return nil }
            return acknowledgement.alert
        case .silence, .maintain: return nil
        }
    }

    /// Those at or after a moment, latest first.
    func since(_ moment: Instant) -> some Sequence<Act> { all.reversed().prefix { $0.at >= moment } }
}
