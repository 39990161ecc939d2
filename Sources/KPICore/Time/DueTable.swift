/// When the periods of a rhythm are due, looked up instead of counted out by working days each time.
struct DueTable: Sendable {
    let rhythm: Rhythm
    private let timetable: Timetable
    /// In order; periods are due in the order in which they end.
    private let periods: [Period]
    private let dues: [Instant]

    /// Of the periods that touch some days, and one more on either side.
    init(_ rhythm: Rhythm, over range: DateRange, _ timetable: Timetable) {
        self.rhythm = rhythm
        self.timetable = timetable
        let inner = rhythm.length.periods(in: range)
        let outer = [inner.first?.previous].compactMap { $0 } + inner + [inner.last?.next].compactMap { $0 }
        periods = outer
        dues = outer.map { timetable.due($0, by: rhythm.deadline) }
    }

    /// The latest period whose deadline has come at a moment.
    func latestDue(at asOf: Instant) -> Period {
        let position = dues.partitioningIndex { $0 > asOf }
        guard position > 0, position < periods.count else {
            return timetable.latestDue(rhythm.length, by: rhythm.deadline, at: asOf)
        }
        return periods[position - 1]
    }

    func due(_ period: Period) -> Instant {
        let position = periods.partitioningIndex { $0 >= period }
        guard position < periods.count, periods[position] == period else {
            return timetable.due(period, by: rhythm.deadline)
        }
        return dues[position]
    }
}
