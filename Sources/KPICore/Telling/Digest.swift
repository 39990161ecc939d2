/// When what changed is told together.
package struct Digest: Sendable, Hashable {
    package enum Rhythm: Sendable, Hashable {
        /// Each working day.
        case daily
        /// On a day of the week, or the first working day after it.
        case weekly(Weekday)
        /// When the reports on a period are due.
        case periodEnd
    }

    package let rhythm: Rhythm
    /// Of the day; a digest at the end of a period comes with the deadline, whatever this says.
    package let at: TimeOfDay

    package init(_ rhythm: Rhythm, at: TimeOfDay) {
        (self.rhythm, self.at) = (rhythm, at)
    }
}
