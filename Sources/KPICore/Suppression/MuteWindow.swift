/// Hours at which people are not told: all that is not working time.
package struct MuteWindow: Sendable, Hashable {
    /// Working time begins and ends; nil: a working day is working time from midnight to midnight, and only days off
    /// are mute.
    package struct Hours: Sendable, Hashable {
        package let from: TimeOfDay
        /// After `from`.
        package let to: TimeOfDay

        package init?(from: TimeOfDay, to: TimeOfDay) {
            guard from.minutes < to.minutes else { return nil }
            (self.from, self.to) = (from, to)
        }
    }

    package let id: String
    package let label: Label
    /// Which alerts are mute then.
    package let matchers: Matchers
    package let hours: Hours?

    package init(id: String, label: Label, matchers: Matchers = Matchers(), hours: Hours? = nil) {
        self.id = id
        self.label = label
        self.matchers = matchers
        self.hours = hours
    }

    package func isMute(at moment: Instant, _ timetable: Timetable) -> Bool {
        let day = timetable.date(of: moment)
        guard timetable.calendar.isWorkingDay(day) else { return true }
        guard let hours else { return false }
        return moment < timetable.instant(day, hours.from) || moment >= timetable.instant(day, hours.to)
    }

    /// The next moment after one at which it begins or ends. Nil where no working day comes within a year.
    package func nextChange(after moment: Instant, _ timetable: Timetable) -> Instant? {
        let isMute = isMute(at: moment, timetable)
        var day = timetable.date(of: moment)
        for _ in 0..<367 {
            let moments = [
                timetable.start(of: day), hours.map { timetable.instant(day, $0.from) },
                hours.map { timetable.instant(day, $0.to) },
            ]
            for candidate in moments.compactMap({ $0 }).sorted() where candidate > moment {
                if self.isMute(at: candidate, timetable) != isMute { return candidate }
            }
            day = day.adding(days: 1)
        }
        return nil
    }
}
