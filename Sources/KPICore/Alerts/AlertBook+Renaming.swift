extension AlertBook {
    /// Brings alerts under the present names of their targets and units. They go on as they are: nothing began or
    /// ended. Where one stands under the present name already, an open one has precedence.
    ///
    /// - Returns: the identities that are gone, each with the one that took its place.
    mutating func rename(by names: FormerNames) -> [AlertIdentity: AlertIdentity] {
        guard !names.isEmpty else { return [:] }
        var moves: [AlertIdentity: AlertIdentity] = [:]
        for alert in values.filter({ names.present($0.identity) != $0.identity }).sorted(by: Self.precedes) {
            let present = names.present(alert.identity)
            let other = self[present]
            if let other, other.phase.isOpen || !alert.phase.isOpen { continue }
            self[alert.identity] = nil
            self[present] = Alert(
                identity: present, episode: max(alert.episode, other?.episode ?? 0), phase: alert.phase,
                reason: alert.reason, message: alert.message, numbers: alert.numbers, memory: alert.memory)
            moves[alert.identity] = present
        }
        return moves
    }

    private static func precedes(_ a: Alert, _ b: Alert) -> Bool { a.identity < b.identity }
}
