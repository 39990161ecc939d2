/// Every act, and which of them are in force.
package struct ActBook: Sendable {
    /// By their numbers.
    package private(set) var all: [Act] = []
    /// When each act that was taken back was taken back.
    private var undone: [Int64: Instant] = [:]
    /// Numbers of the acknowledgements of each alert, rising.
    private(set) var acknowledgements: [AlertIdentity: [Int64]] = [:]
    private var places: [Int64: Int] = [:]
    /// Silences and maintenance, in order.
    private var mutes: [Int64] = []

    /// - Parameter names: what targets and units were called when the acts were taken.
    package init(_ acts: some Sequence<Act> = [], names: FormerNames = FormerNames()) {
        for act in acts { add(act.renamed(by: names)) }
    }

    package mutating func add(_ act: Act) {
        places[act.id] = all.count
        all.append(act)
        switch act.deed {
        case .acknowledge(let acknowledgement): acknowledgements[acknowledgement.alert, default: []].append(act.id)
        case .silence, .maintain: mutes.append(act.id)
        case .undo(let id): undone[id] = min(undone[id] ?? act.at, act.at)
        }
    }

    package subscript(id: Int64) -> Act? { places[id].map { all[$0] } }

    /// When an act was taken back; nil when it was not.
    package func undone(_ id: Int64) -> Instant? { undone[id] }

    /// When it ends or ended: by being taken back, or by itself; nil when neither is known of.
    package func end(of act: Act) -> Instant? {
        [act.deed.until, undone[act.id]].compactMap { $0 }.min()
    }

    /// Whether an act is in force at a moment. From its beginning on, up to its end and without it.
    package func isInForce(_ act: Act, at moment: Instant) -> Bool {
        max(act.at, act.deed.from ?? act.at) <= moment && (end(of: act).map { moment < $0 } ?? true)
    }

    /// The latest acknowledgement that covers an alert as it fires.
    package func acknowledgement(
        of alert: AlertIdentity, episode: Int, severity: Severity, at moment: Instant
    ) -> Act? {
        acknowledgements[alert]?.reversed().lazy.compactMap { self[$0] }.first { act in
            guard case .acknowledge(let acknowledgement) = act.deed, isInForce(act, at: moment) else { return false }
            return acknowledgement.covers(episode: episode, severity: severity)
        }
    }

    /// Silences and maintenance in force, in the order in which they were taken.
    package func mutes(at moment: Instant) -> [Act] {
        mutes.compactMap { self[$0] }.filter { isInForce($0, at: moment) }
    }

    /// The next moment after one at which some act begins or ends by itself.
    package func nextChange(after moment: Instant) -> Instant? {
        all.lazy.flatMap { act in
            act.deed.name == .undo ? [] : [act.deed.from, end(of: act)].compactMap { $0 }.filter { $0 > moment }
        }.min()
    }
}
