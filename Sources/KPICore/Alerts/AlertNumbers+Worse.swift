extension AlertNumbers {
    /// Whether these are less favourable: by the ratio to the plan, else by progress, else by the value as the target's
    /// direction has it. The first of them that is known on both sides decides; what is unknown is never worse.
    func areWorse(than others: AlertNumbers, _ direction: Direction) -> Bool {
        let scales: [(AlertNumbers) -> Double?] = [
            { $0["pace_ratio"] }, { $0["progress"] }, { $0.favour(direction) },
        ]
        for scale in scales {
            if let mine = scale(self), let theirs = scale(others) { return mine < theirs }
        }
        return scales.contains { $0(self) != nil } && scales.allSatisfy { $0(others) == nil }
    }

    /// The value so that more is better. Where it is to be kept as it is, what is nearer to the goal is better.
    private func favour(_ direction: Direction) -> Double? {
        guard let value = self["value"] else { return nil }
        switch direction {
        case .increase: return value
        case .decrease: return -value
        case .maintain: return self["goal"].map { -abs(value - $0) }
        }
    }
}
