/// A time on a clock, from 00:00 to 24:00, the end of the day.
package struct TimeOfDay: Sendable, Hashable, Comparable {
    package let hour: Int
    package let minute: Int

    /// Nil when no clock shows it.
    package init?(hour: Int, minute: Int) {
        guard (0...23).contains(hour) && (0...59).contains(minute) || hour == 24 && minute == 0 else { return nil }
        self.hour = hour
        self.minute = minute
    }

    package var minutesSinceMidnight: Int { hour * 60 + minute }

    package static func < (a: TimeOfDay, b: TimeOfDay) -> Bool { a.minutesSinceMidnight < b.minutesSinceMidnight }
}
