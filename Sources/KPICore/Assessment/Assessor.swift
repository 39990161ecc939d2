/// Assesses targets as things were known at a moment.
package struct Assessor {
    package let catalog: Catalog
    package let facts: Facts
    package let asOf: Instant

    package init(_ catalog: Catalog, _ facts: Facts, asOf: Instant) {
        (self.catalog, self.facts, self.asOf) = (catalog, facts, asOf)
    }

    /// The day that is judged: the end of the latest period whose deadline has come, for a live register today; never
    /// after the window.
    package func judgedDay(of target: Target) -> LocalDate {
        target.isLive ? min(catalog.timetable.date(of: asOf), target.window.last) : reportedDay(of: target)
    }

    /// The end of the latest period whose deadline has come; never after the window.
    func reportedDay(of target: Target) -> LocalDate {
        min(catalog.deadlines(of: target).latestDue(at: asOf).last, target.window.last)
    }

    /// Whether a judged day has gone by, and with it the time to do what was due on it. That of a target that is judged
    /// day by day goes on until the next.
    func isOver(_ day: LocalDate, of target: Target) -> Bool {
        !target.isLive || day < catalog.timetable.date(of: asOf)
    }

    /// The length of the periods in which a target is judged: its own, or the document's where it has none.
    package func pace(of target: Target) -> PeriodLength {
        target.frequency.period ?? catalog.reporting.period
    }

    package func assess(_ index: Int) -> TargetAssessment {
        assess(index, at: judgedDay(of: catalog.targets[index]))
    }

    /// The same at a day of the caller's choice, as things were known at the moment.
    package func assess(_ index: Int, at ref: LocalDate) -> TargetAssessment {
        let target = catalog.targets[index]
        let pace = pace(of: target)
        let point = PlanPoint(
            target, at: ref, isOver: isOver(ref, of: target), pace: pace, calendar: catalog.timetable.calendar)
        let days = pace.periods(in: target.window).map { min($0.last, target.window.last) }.filter { $0 < ref } + [ref]
        let series = facts.reports.series(of: target.id, over: catalog.units)
        let gauge = Gauge(target, catalog, facts, series, asOf: asOf)
        let tracks = gauge.tracks(at: days)
        let parts = gauge.parts(at: ref)
        let reports = ReportLook(target, catalog, series, facts.findings, asOf: asOf)
        let asked = Set(target.reporters)
        let judge = catalog.policy(of: target).map { Judge($0, target, parts: parts) }

        func assessment(_ unit: Int) -> Assessment? {
            let isRoot = unit == UnitTree.root
            let id = catalog.units.units[unit].id
            let goal = isRoot ? target.goal : target.allocation[id].map(target.goal.with)
            let measurement = tracks.last(of: unit)
            guard isRoot || goal != nil || measurement != nil || asked.contains(id) else { return nil }
            var assessment = Assessment(
                point: point, measurement: measurement, goal: goal, course: Course(of: unit, in: tracks, goal: goal),
                report: isRoot ? reports.whole : reports.standings[unit], plan: target.plan,
                growth: target.growth(of: unit, in: tracks, towards: goal))
            if let judge { assessment.verdict = judge.verdict(on: assessment) }
            return assessment
        }

        let units = catalog.units.units.indices.map(assessment)
        return TargetAssessment(target: index, ref: ref, units: units, parts: parts)
    }
}
