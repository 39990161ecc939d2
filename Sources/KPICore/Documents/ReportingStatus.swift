/// How the reporting stands: of the reports due on the latest period of each target, which came.
package struct ReportingStatus: Sendable, Hashable, Decodable {
    package struct Missing: Sendable, Hashable, Decodable {
        package let target: String
        package let period: String
        package let due: String

        var json: JSON {
            .object([
                JSON.Member("target", .string(target)), JSON.Member("period", .string(period)),
                JSON.Member("due", .string(due)),
            ])
        }
    }

    package struct UnitMissing: Sendable, Hashable, Decodable {
        package let unit: String
        package let label: Label
        package let reports: [Missing]

        var json: JSON {
            .object([
                JSON.Member("unit", .string(unit)), JSON.Member("label", JSON(label)),
                JSON.Member("reports", .array(reports.map(\.json))),
            ])
        }
    }

    package let expected: Int
    package let onTime: Int
    package let late: Int
    package let missing: Int
    /// Reports that would be expected if their units were not exempt.
    package let exempt: Int
    /// (on time + late) / expected; nil when nothing is expected.
    package let completeness: Double?
    /// on time / expected; nil when nothing is expected.
    package let timeliness: Double?
    package let missingByUnit: [UnitMissing]

    init(_ catalog: Catalog, _ facts: Facts, asOf: Instant) {
        var counts: [ReportState: Int] = [:]
        var absent: [Int: [Missing]] = [:]
        for lineage in catalog.lineages.all {
            let target = catalog.targets[catalog.inForce(lineage, at: asOf)]
            let schedule = ReportSchedule(target, catalog, asOf: asOf)
            guard let period = schedule.judged else { continue }
            let due = catalog.timetable.due(period, by: target.deadline).stamp(in: catalog.timetable.zone)
            for id in target.reporters {
                guard let unit = catalog.units.index(of: id) else { continue }
                let series = facts.reports.series(of: target.id, from: id)
                let state = schedule.state(of: catalog.units.units[unit], on: period, series: series)
                counts[state, default: 0] += 1
                if state == .missing {
                    absent[unit, default: []].append(
                        Missing(target: target.id.text, period: period.description, due: due))
                }
            }
        }
        onTime = counts[.onTime] ?? 0
        late = counts[.late] ?? 0
        missing = counts[.missing] ?? 0
        exempt = counts[.exempt] ?? 0
        let expected = onTime + late + missing
        self.expected = expected
        completeness = expected > 0 ? Double(onTime + late) / Double(expected) : nil
        timeliness = expected > 0 ? Double(onTime) / Double(expected) : nil
        missingByUnit = absent.keys.sorted().map { unit in
            let unit = (catalog.units.units[unit], absent[unit] ?? [])
            return UnitMissing(unit: unit.0.id.text, label: unit.0.label, reports: unit.1)
        }
    }

    package var json: JSON {
        .object([
            JSON.Member("expected", JSON(expected)), JSON.Member("on_time", JSON(onTime)),
            JSON.Member("late", JSON(late)), JSON.Member("missing", JSON(missing)),
            JSON.Member("exempt", JSON(exempt)), JSON.Member("completeness", JSON(completeness)),
            JSON.Member("timeliness", JSON(timeliness)),
            JSON.Member("missing_by_unit", .array(missingByUnit.map(\.json))),
        ])
    }
}
