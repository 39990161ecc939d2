import CEL

/// Chooses those rows of a register that a target counts on a day, and computes with them.
struct RowSieve {
    let target: Target
    let measure: RegisterMeasure
    let schema: RegisterSchema
    private let rows: [[Cell]]
    private let timetable: Timetable
    private let dated: Int?
    private let distinct: Int?
    private var frame: Frame

    /// `rows` are those known at the moment of the assessment.
    init(_ target: Target, _ measure: RegisterMeasure, _ schema: RegisterSchema, rows: [[Cell]], _ timetable: Timetable)
    {
        self.target = target
        self.measure = measure
        self.schema = schema
        self.rows = rows
        self.timetable = timetable
        dated = (measure.dated ?? schema.from).flatMap(schema.index)
        distinct = measure.distinct.flatMap(schema.index)
        frame = Frame(measure.environment)
    }

    /// Rows that are there on a day, lie in the window if they are events, and pass the filter.
    mutating func rows(at ref: LocalDate) -> [[Cell]] {
        frame.set(schema.columns.count, RegisterVariables.midnight(ref, timetable))
        return rows.filter { counts($0, at: ref) }
    }

    private mutating func counts(_ cells: [Cell], at ref: LocalDate) -> Bool {
        guard schema.isThere(cells, at: ref) else { return false }
        if isOfWindow, let dated {
            guard case .date(let date) = cells[dated], date <= ref, target.window.first <= date else { return false }
        }
        if let distinct, cells[distinct] == .absent { return false }
        return measure.filter.map { holds($0, cells) } ?? true
    }

    /// Whether rows are things that happen, and belong to the window in which they do, or things that are.
    private var isOfWindow: Bool {
        switch target.kind {
        case .count, .gate, .cadence: return true
        case .ratio, .level, .rank: return measure.dated != nil
        case .milestone, .checklist, .coverage:
            // What was done in the year before was done for the year before; items that are rows go on until closed.
            if case .rows = target.composition { return measure.dated != nil }
            return measure.dated != nil || target.predecessor != nil
        }
    }

    /// The day on which what a row tells of happened.
    func date(of cells: [Cell]) -> LocalDate? {
        if let dated, case .date(let date) = cells[dated] { date } else { nil }
    }

    /// What makes two rows one.
    func distinctness(of cells: [Cell]) -> Cell? { distinct.map { cells[$0] } }

    mutating func holds(_ program: Program, _ cells: [Cell]) -> Bool {
        RegisterVariables.bind(cells, program.reads, of: schema, in: &frame, timetable: timetable)
        if case .true = program.evaluateBool(&frame) { return true }
        return false
    }

    /// A finite number; nil where the row has none.
    mutating func number(_ program: Program, _ cells: [Cell]) -> Double? {
        RegisterVariables.bind(cells, program.reads, of: schema, in: &frame, timetable: timetable)
        switch program.evaluate(&frame) {
        case .value(.double(let number)): return number.isFinite ? number : nil
        case .value(.int(let number)): return Double(number)
        case .value(.uint(let number)): return Double(number)
        default: return nil
        }
    }
}
