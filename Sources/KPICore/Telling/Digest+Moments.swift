extension Digest {
    /// The latest moment of a digest after one moment and up to another; nil when there was none.
    func latest(after start: Instant, upTo end: Instant, _ catalog: Catalog) -> Instant? {
        guard start < end else { return nil }
        let timetable = catalog.timetable
        if case .periodEnd = rhythm {
            let period = timetable.latestDue(catalog.reporting.period, by: catalog.reporting.deadline, at: end)
            let due = timetable.due(period, by: catalog.reporting.deadline)
            return due > start ? due : nil
        }
        var day = timetable.date(of: end)
        let first = timetable.date(of: start)
        while day >= first {
            let moment = timetable.instant(day, at)
            if moment > start, moment <= end, isDay(day, timetable.calendar) { return moment }
            day = day.adding(days: -1)
        }
        return nil
    }

    /// The first moment of a digest after one. Nil where a year has none.
    func next(after start: Instant, _ catalog: Catalog) -> Instant? {
        let timetable = catalog.timetable
        if case .periodEnd = rhythm {
            let period = timetable.latestDue(catalog.reporting.period, by: catalog.reporting.deadline, at: start).next
            return timetable.due(period, by: catalog.reporting.deadline)
        }
        var day = timetable.date(of: start)
        for _ in 0..<400 {
            let moment = timetable.instant(day, at)
            if moment > start, isDay(day, timetable.calendar) { return moment }
            day = day.adding(days: 1)
        }
        return nil
    }

    private func isDay(_ day: LocalDate, _ calendar: WorkCalendar) -> Bool {
        switch rhythm {
        case .daily: return calendar.isWorkingDay(day)
        case .periodEnd: return false
        case .weekly(let weekday):
            // The first working day from that weekday on; a week without one has no digest.
            guard calendar.isWorkingDay(day) else { return false }
            let wanted = Weekday.allCases.firstIndex(of: weekday) ?? 0
            let since = (day.weekdayIndex - wanted + 7) % 7
            return since == 0 || calendar.workingDays(after: day.adding(days: -since - 1), upTo: day) == 1
        }
    }
}
