/// When clocks change each year from the last listed change on: the last line of a TZif file, in the manner of POSIX
/// `TZ`, such as `CET-1CEST,M3.5.0,M10.5.0/3`.
package struct YearlyRule: Sendable, Hashable {
    enum Day: Sendable, Hashable {
        /// The nth (5 is the last) given weekday (0 is Sunday) of a month.
        case weekday(month: Int, week: Int, day: Int)
        /// 1...365, 29 February never counted.
        case julian(Int)
        /// 0...365, 29 February counted.
        case ordinal(Int)
    }

    struct Change: Sendable, Hashable {
        let day: Day
        /// Local seconds after midnight; may be negative or beyond a day.
        let time: Int
    }

    let standard: Int
    let summer: (offset: Int, from: Change, to: Change)?

    /// Seconds east of UTC at a moment.
    func offset(at seconds: Int64) -> Int {
        guard let summer else { return standard }
        let local = seconds + Int64(standard)
        let year = CivilDate(daysSinceEpoch: Int(floorDivide(local, 86_400))).year
        let start = Self.moment(summer.from, in: year) - Int64(standard)
        let end = Self.moment(summer.to, in: year) - Int64(summer.offset)
        let isSummer = start < end ? seconds >= start && seconds < end : seconds >= start || seconds < end
        return isSummer ? summer.offset : standard
    }

    private static func moment(_ change: Change, in year: Int) -> Int64 {
        Int64(day(change.day, in: year)) * 86_400 + Int64(change.time)
    }

    private static func day(_ day: Day, in year: Int) -> Int {
        func first(of month: Int) -> CivilDate {
            CivilDate(daysSinceEpoch: daysBeforeYear(year) + daysBeforeMonth(month, of: year))
        }
        switch day {
        case .julian(let number):
            let leap = CivilDate.isLeap(year) && number >= 60 ? 1 : 0
            return daysBeforeYear(year) + number - 1 + leap
        case .ordinal(let number):
            return daysBeforeYear(year) + number
        case .weekday(let month, let week, let weekday):
            let first = first(of: month)
            let offset = (weekday - first.dayOfWeek + 7) % 7
            var date = 1 + offset + (week - 1) * 7
            while date > CivilDate.daysInMonth(month, of: year) { date -= 7 }
            return first.daysSinceEpoch + date - 1
        }
    }

    private static func daysBeforeMonth(_ month: Int, of year: Int) -> Int {
        (1..<13).filter { $0 < month }.reduce(0) { $0 + CivilDate.daysInMonth($1, of: year) }
    }

    /// Days from 1970-01-01 to 1 January of a year.
    private static func daysBeforeYear(_ year: Int) -> Int {
        let past = year - 1
        func leaps(_ divisor: Int) -> Int { Int(floorDivide(Int64(past), Int64(divisor))) }
        return 365 * (year - 1970) + leaps(4) - leaps(100) + leaps(400) - 477
    }

    package static func == (a: YearlyRule, b: YearlyRule) -> Bool {
        a.standard == b.standard && a.summer?.offset == b.summer?.offset && a.summer?.from == b.summer?.from
            && a.summer?.to == b.summer?.to
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(standard)
        hasher.combine(summer?.offset)
    }
}

/// Division that rounds towards minus infinity, as calendars need before 1970.
package func floorDivide(_ a: Int64, _ b: Int64) -> Int64 {
    let quotient = a / b
    return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient
}
