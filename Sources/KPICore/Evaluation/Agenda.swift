/// What of a catalog's targets time alone touches: found out once, so that a tick does not ask every target.
struct Agenda: Sendable {
    /// The targets that are judged by each rhythm, and those that measure the reporting itself, which change with every
    /// deadline there is.
    let rhythms: [(table: DueTable, targets: [Int])]
    /// Targets that are judged day by day.
    let live: [Int]
    /// Targets that measure the reporting itself.
    let disciplines: [Int]
    /// The first day of the first window.
    let first: LocalDate?
    private let index: [Rhythm: Int]

    init(_ targets: [Target], _ reporting: Catalog.Reporting, _ timetable: Timetable) {
        var members: [Rhythm: [Int]] = [Rhythm(length: reporting.period, deadline: reporting.deadline): []]
        for (index, target) in targets.enumerated() { members[reporting.rhythm(of: target), default: []].append(index) }
        let disciplines = targets.indices.filter {
            if case .reporting = targets[$0].source { true } else { false }
        }
        let first = targets.map(\.window.first).min()
        let last = targets.map(\.window.last).max()
        let day = LocalDate(dayNumber: 0)
        let range = first.flatMap { first in last.flatMap { DateRange(first, $0) } } ?? DateRange(day, day)!  // one day
        let ordered = members.keys.sorted { (members[$0]?.first ?? -1) < (members[$1]?.first ?? -1) }
        rhythms = ordered.map { rhythm in
            (DueTable(rhythm, over: range, timetable), (members[rhythm] ?? []) + disciplines)
        }
        index = Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1, $0) })
        live = targets.indices.filter { targets[$0].isLive }
        self.disciplines = disciplines
        self.first = first
    }

    func table(of rhythm: Rhythm, _ timetable: Timetable) -> DueTable {
        if let index = index[rhythm] { return rhythms[index].table }
        let day = LocalDate(dayNumber: 0)
        return DueTable(rhythm, over: DateRange(day, day)!, timetable)  // one day
    }
}
