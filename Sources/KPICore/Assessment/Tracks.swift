/// Each unit's value at each day on which its target was judged, the day that is judged now last.
struct Tracks {
    /// Rising.
    let days: [LocalDate]
    /// Unit by unit, day by day within a unit.
    private var values: [Measurement?]
    /// Where nothing new was told since the day before, and what was known then still stands.
    private var silent: [Bool]

    init(days: [LocalDate], units: Int) {
        self.days = days
        values = [Measurement?](repeating: nil, count: days.count * units)
        silent = [Bool](repeating: false, count: days.count * units)
    }

    subscript(unit: Int, day: Int) -> Measurement? {
        get { values[unit * days.count + day] }
        set { values[unit * days.count + day] = newValue }
    }

    /// Whether the value at a day is but that of the day before.
    func isSilent(_ unit: Int, _ day: Int) -> Bool { silent[unit * days.count + day] }

    mutating func setSilent(_ unit: Int, _ day: Int, _ isSilent: Bool) { silent[unit * days.count + day] = isSilent }

    /// The value at the judged day.
    func last(of unit: Int) -> Measurement? { self[unit, days.count - 1] }

    /// Sets all units' values at one day.
    mutating func set(_ measurements: [Measurement?], at day: Int) {
        for (unit, measurement) in measurements.enumerated() { self[unit, day] = measurement }
    }
}
