/// A time zone as a value: what its clocks showed and show, without asking the system.
///
/// Read from TZif files by whoever does I/O; see ``TZif``. Foundation's `TimeZone` is nil in a statically linked
/// binary, and a pure core should not ask the machine it runs on what time it was in another city.
package struct Zone: Sendable, Hashable {
    /// A moment (seconds since 1970, UTC) from which the clocks stood that far east of UTC (seconds).
    package struct Change: Sendable, Hashable {
        package let at: Int64
        package let offset: Int

        package init(at: Int64, offset: Int) {
            self.at = at
            self.offset = offset
        }
    }

    /// The IANA name, `UTC`, or an offset such as `+08:00`.
    package let name: String
    private let first: Int
    private let changes: [Change]
    private let rule: YearlyRule?

    /// `first` holds before the first change, `rule` after the last.
    package init(name: String, first: Int, changes: [Change] = [], rule: YearlyRule? = nil) {
        self.name = name
        self.first = first
        self.changes = changes
        self.rule = rule
    }

    package static let utc = Zone(name: "UTC", first: 0)

    /// Seconds east of UTC at a moment.
    package func offset(at seconds: Int64) -> Int {
        guard let last = changes.last else { return rule?.offset(at: seconds) ?? first }
        if seconds >= last.at { return rule?.offset(at: seconds) ?? last.offset }
        guard let earliest = changes.first, seconds >= earliest.at else { return first }
        var low = 0
        var high = changes.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if changes[middle].at <= seconds { low = middle } else { high = middle - 1 }
        }
        return changes[low].offset
    }

    /// The moment at which clocks show a local time (seconds as if the local time were UTC).
    ///
    /// A time shown twice, when clocks go back, means the first; a time never shown, when they go forward, is read
    /// with the offset from before, so that 02:30 in the gap is 03:30.
    package func seconds(local: Int64) -> Int64 {
        let before = local - Int64(offset(at: local - 86_400))
        if offset(at: before) == Int(local - before) { return before }
        let after = local - Int64(offset(at: local + 86_400))
        return offset(at: after) == Int(local - after) ? after : before
    }
}
