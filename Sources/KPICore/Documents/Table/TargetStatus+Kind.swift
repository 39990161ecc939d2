extension TargetStatus {
    /// Whether the value is a share of a whole, and shown as a percentage. A kind that this program does not know, from a
    /// newer daemon, is shown as a number.
    var isShare: Bool { Kind(rawValue: kind)?.isShare ?? false }

    var isGate: Bool { kind == Kind.gate.rawValue }

    /// Whether there is a way from a baseline to the goal, so that a plan means something.
    var hasPlan: Bool {
        guard measured, goalRange == nil, goalTrend == nil, whole.growth == nil else { return false }
        switch Kind(rawValue: kind) {
        case .gate: return false
        case .rank, .cadence: return whole.baseline != nil
        default: return true
        }
    }

    func number(_ value: Double, _ look: TableLook) -> String {
        isShare ? look.percent(value) : Decimal.text(value, digits: 2)
    }
}
