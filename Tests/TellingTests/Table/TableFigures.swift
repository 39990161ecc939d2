@testable import KPICore

/// What is reported in one cell of the table, from before the week to after it.
struct TableFigures {
    let thing: Thing
    let start: Start
    let course: Course

    /// The last day of which a figure comes.
    private static let last = day("2021-10-16")

    var facts: Facts {
        var facts = Facts()
        for observation in before + after + revisions + staff { facts.reports.add(observation) }
        return facts
    }

    private var before: [Observation] {
        let figures = thing.figures(before: start)
        return figures.enumerated().map { index, figure in
            report(on: Week.firstJudged.adding(days: index - figures.count), figure)
        }
    }

    private var after: [Observation] {
        var figures = course.figures(start)
        if thing == .evaluationError { figures = Array(repeating: .impossible, count: Week.days) + figures }
        var day = Week.firstJudged.adding(days: thing == .noData ? Week.days : 0)
        var reports: [Observation] = []
        while day <= Self.last {
            let figure = reports.count < figures.count ? figures[reports.count] : figures.last
            reports.append(report(on: day, figure))
            day = day.adding(days: 1)
        }
        return reports
    }

    /// At the beginning of the week.
    private var revisions: [Observation] {
        switch thing {
        case .noData:
            before.map { report(on: $0.key.period.first, nil, revision: 2, at: Week.begin) }
        case .correction, .reopeningCorrection, .silentCorrection:
            [report(on: Week.firstJudged.adding(days: -1), course.figures(start).first, revision: 2, at: Week.begin)]
        default: []
        }
    }

    /// Too few, from the first midnight of the week to the last.
    private var staff: [Observation] {
        guard thing == .inhibition else { return [] }
        return (-5...15).map { index in
            let figure: Figure = (0..<Week.days).contains(index) ? .bad : .good
            return report("staff", on: Week.firstJudged.adding(days: index), figure)
        }
    }

    private func report(
        _ target: TargetID = "visits", on day: LocalDate, _ figure: Figure?, revision: Int = 1,
        at moment: Instant? = nil
    ) -> Observation {
        // On the evening of the day itself.
        let evening = Samples.timetable.instant(day, Samples.clock("18:00"))
        return Observation(
            key: .init(target: target, unit: "north", period: PeriodLength.day.period(containing: day)), form: .level,
            value: figure.map { Quantity($0.rawValue) }, valueText: "", revision: revision,
            submittedAt: moment ?? evening, isRetraction: figure == nil,
            origin: .init(file: "table.csv", line: 2, sha256: "00"))
    }
}
