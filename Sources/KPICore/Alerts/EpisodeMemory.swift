/// What an alert that fired remembers of its episodes. A class, so that the many alerts that never fired hold one empty
/// reference and no more.
package final class EpisodeMemory: Sendable {
    /// When the latest episode began. They stay after its end, until the next begins.
    let atFiring: AlertNumbers
    /// The least favourable in that episode.
    let atWorst: AlertNumbers
    /// When the latest episodes began, in order; as many as the rule needs to tell whether the alert flaps.
    package let began: [Instant]

    init(atFiring: AlertNumbers, atWorst: AlertNumbers, began: [Instant]) {
        (self.atFiring, self.atWorst, self.began) = (atFiring, atWorst, began)
    }

    package convenience init(atFiring: [NamedValue], atWorst: [NamedValue], began: [Instant]) {
        self.init(atFiring: AlertNumbers(atFiring), atWorst: AlertNumbers(atWorst), began: began)
    }

    /// After another episode began.
    static func beginning(_ numbers: AlertNumbers, at moment: Instant, after memory: EpisodeMemory?, keeping count: Int)
        -> EpisodeMemory
    {
        EpisodeMemory(
            atFiring: numbers, atWorst: numbers,
            began: count == 0 ? [] : ((memory?.began ?? []) + [moment]).suffix(count))
    }

    /// After other numbers came within an episode. One of which nothing is remembered, because an earlier version of the
    /// ledger did not keep it, is remembered from now on.
    static func going(_ memory: EpisodeMemory?, with numbers: AlertNumbers, _ direction: Direction) -> EpisodeMemory {
        guard let memory else { return EpisodeMemory(atFiring: AlertNumbers([]), atWorst: numbers, began: []) }
        guard numbers.areWorse(than: memory.atWorst, direction) else { return memory }
        return EpisodeMemory(atFiring: memory.atFiring, atWorst: numbers, began: memory.began)
    }
}

extension EpisodeMemory: Hashable {
    package static func == (a: EpisodeMemory, b: EpisodeMemory) -> Bool {
        a === b || (a.atFiring, a.atWorst, a.began) == (b.atFiring, b.atWorst, b.began)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(atFiring)
        hasher.combine(atWorst)
        hasher.combine(began)
    }
}
