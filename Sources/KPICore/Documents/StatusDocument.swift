import CEL

/// `status.json`: how everything stands, as a pure rendering of what was committed.
package struct StatusDocument: Sendable, Hashable, Decodable {
    package struct AlertCounts: Sendable, Hashable, Decodable {
        package let critical: Int
        package let warning: Int
        package let info: Int
        /// They count here alone, whatever their severity.
        package let recovering: Int
        package let pending: Int

        var json: [JSON.Member] {
            [
                JSON.Member("critical", JSON(critical)), JSON.Member("warning", JSON(warning)),
                JSON.Member("info", JSON(info)), JSON.Member("recovering", JSON(recovering)),
                JSON.Member("pending", JSON(pending)),
            ]
        }
    }

    package static let version = "kpid/v1"

    package let apiVersion: String
    package let asOf: String
    /// The judged day of targets that follow the document's own frequency.
    package let ref: String
    /// The zone of every time in the document.
    package let zone: String
    package let organisation: Label
    package let targets: [TargetStatus]
    package let alerts: AlertCounts
    package let reports: ReportingStatus
    /// What is odd about reported figures and not settled; `moreFindings` are not listed.
    package let findings: [FindingStatus]
    package let moreFindings: Int
    package let health: Health
    /// Years that deadlines lie in and whose holidays are not known.
    package let unknownCalendarYears: [Int]

    /// - Parameter annexes: those of the state's assessments; nil: made for this document alone.
    package init(
        _ state: EvaluationState, _ catalog: Catalog, _ facts: Facts, asOf: Instant, health: Health,
        annexes: Annexes? = nil
    ) {
        let timetable = catalog.timetable
        apiVersion = Self.version
        self.asOf = asOf.stamp(in: timetable.zone)
        ref = Self.ref(catalog, asOf: asOf)
        zone = timetable.zone.name
        organisation = catalog.organisation
        let open = state.alerts.open
        let byTarget = Dictionary(grouping: open, by: \.identity.target)
        let moment = state.evaluatedThrough ?? asOf
        var annexes = annexes ?? Annexes()
        annexes.complete(for: state, catalog, facts, at: moment)
        targets = catalog.lineages.all.compactMap { lineage in
            TargetStatus(
                lineage, state, annexes, catalog, at: moment,
                alerts: (byTarget[lineage.id] ?? []).map(\.identity.description))
        }
        func count(_ phase: AlertPhase.Name, _ severity: Severity? = nil) -> Int {
            open.count { $0.phase.name == phase && (severity == nil || $0.phase.severity == severity) }
        }
        alerts = AlertCounts(
            critical: count(.firing, .critical), warning: count(.firing, .warning), info: count(.firing, .info),
            recovering: count(.recovering), pending: count(.pending))
        reports = ReportingStatus(catalog, facts, asOf: asOf)
        (findings, moreFindings) = FindingStatus.open(catalog, facts, asOf: moment)
        self.health = health
        unknownCalendarYears = Self.years(of: catalog, asOf: asOf).filter { !timetable.calendar.knows($0) }.sorted()
    }

    /// The judged day of the document's own frequency.
    package static func ref(_ catalog: Catalog, asOf: Instant) -> String {
        let reporting = catalog.reporting
        return catalog.timetable.latestDue(reporting.period, by: reporting.deadline, at: asOf).last.description
    }

    /// The years of every plan, and of the deadlines that follow it: what ends in December is due in January. And those
    /// of the deadlines before and after the moment, by which the judged day is found.
    private static func years(of catalog: Catalog, asOf: Instant) -> Set<Int> {
        let reporting = catalog.reporting
        let latest = catalog.timetable.latestDue(reporting.period, by: reporting.deadline, at: asOf)
        let around = [latest.last.year, catalog.timetable.date(of: asOf).year]
        return Set(around).union(
            catalog.targets.flatMap { target in
                let isRegular = target.frequency.period != nil
                let length = target.frequency.period ?? catalog.reporting.period
                let last = length.period(containing: target.window.last)
                let due = catalog.timetable.due(last, by: isRegular ? target.deadline : catalog.reporting.deadline)
                return [target.window.first.year, target.window.last.year, catalog.timetable.date(of: due).year]
            })
    }

    /// Whether nothing but the moment differs.
    package func isSame(as other: StatusDocument) -> Bool {
        (ref, zone, organisation, unknownCalendarYears)
            == (other.ref, other.zone, other.organisation, other.unknownCalendarYears)
            && (targets, alerts, reports, health) == (other.targets, other.alerts, other.reports, other.health)
            && (findings, moreFindings) == (other.findings, other.moreFindings)
    }

    package var json: JSON {
        .object([
            JSON.Member("api_version", .string(apiVersion)), JSON.Member("as_of", .string(asOf)),
            JSON.Member("ref", .string(ref)), JSON.Member("zone", .string(zone)),
            JSON.Member("organisation", JSON(organisation)),
            JSON.Member("targets", .array(targets.map(\.json))),
            JSON.Member(
                "alerts",
                .object(
                    alerts.json + [
                        JSON.Member(
                            "by_target",
                            .object(
                                targets.filter { !$0.alerts.isEmpty }.map {
                                    JSON.Member($0.whole.id, .array($0.alerts.map { .string($0) }))
                                }))
                    ])),
            JSON.Member("reports", reports.json), JSON.Member("findings", .array(findings.map(\.json))),
            JSON.Member("more_findings", JSON(moreFindings)), JSON.Member("health", health.json),
            JSON.Member("unknown_calendar_years", .array(unknownCalendarYears.map { JSON($0) })),
        ])
    }
}
