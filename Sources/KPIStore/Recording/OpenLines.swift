internal import KPICore

/// The lines of a file that was taken before which are still to be taken: those that were refused.
struct OpenLines {
    /// Nil: all of them.
    private let lines: Set<Int>?

    init(of earlier: RecordedIntake) {
        lines =
            earlier.accepted == 0
            ? nil : Set(earlier.findings.filter { $0.action == .reject }.compactMap(\.line))
    }

    func contains(_ line: Int) -> Bool { lines?.contains(line) ?? true }
}
