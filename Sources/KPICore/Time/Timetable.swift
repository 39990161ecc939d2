package import CEL

/// A zone and a calendar together: what turns local days into moments.
package struct Timetable: Sendable {
    package let zone: Zone
    package let calendar: WorkCalendar

    package init(zone: Zone, calendar: WorkCalendar) {
        (self.zone, self.calendar) = (zone, calendar)
    }

    /// The moment at which clocks show a time on a day.
    package func instant(_ date: LocalDate, _ time: TimeOfDay) -> Instant {
        Instant(seconds: zone.seconds(local: Int64(date.dayNumber) * 86_400 + Int64(time.minutes) * 60))
    }

    /// The first moment of a day.
    package func start(of date: LocalDate) -> Instant {
        Instant(seconds: zone.seconds(local: Int64(date.dayNumber) * 86_400))
    }

    /// The day that clocks show at a moment.
    package func date(of instant: Instant) -> LocalDate {
        let seconds = instant.seconds
        return LocalDate(dayNumber: Int(floorDivide(seconds + Int64(zone.offset(at: seconds)), 86_400)))
    }

    /// When the report on a period is due. A stamp exactly then is on time.
    package func due(_ period: Period, by deadline: Deadline) -> Instant {
        let date =
            switch deadline.days {
            case .working(let n): calendar.workingDay(n, after: period.last)
            case .calendar(let n): period.last.adding(days: n)
            }
        return instant(date, deadline.at)
    }

    /// The latest period of a length whose deadline has come at a moment. Periods are due in the order they end.
    package func latestDue(_ length: PeriodLength, by deadline: Deadline, at asOf: Instant) -> Period {
        var period = length.period(containing: date(of: asOf))
        while due(period, by: deadline) > asOf { period = period.previous }
        return period
    }

    /// The same time of day, so many working days later.
    package func adding(workingDays: Int, to instant: Instant) -> Instant {
        let day = date(of: instant)
        return moving(instant, by: calendar.workingDay(workingDays, after: day).days(since: day))
    }

    /// The same time of day, so many working days earlier.
    package func subtracting(workingDays: Int, from instant: Instant) -> Instant {
        let day = date(of: instant)
        return moving(instant, by: calendar.workingDay(workingDays, before: day).days(since: day))
    }

    /// The same time of day on another day.
    private func moving(_ instant: Instant, by days: Int) -> Instant {
        let local = instant.seconds + Int64(zone.offset(at: instant.seconds))
        let fraction = instant.milliseconds - instant.seconds * 1000
        return Instant(milliseconds: zone.seconds(local: local + Int64(days) * 86_400) * 1000 + fraction)
    }

    /// When a delay that begins at a moment is over; nil for one in periods, which no clock measures.
    package func adding(_ delay: Delay, to instant: Instant) -> Instant? {
        switch delay {
        case .seconds(let seconds): instant.adding(seconds: seconds)
        case .workingDays(let days): adding(workingDays: days, to: instant)
        case .periods: nil
        }
    }
}
