import KPICore

/// The departments as an organisation of ours: units that live as long as they were heard of, a target, and a report for
/// each month that came on the fifth of the next.
enum EmergencyYears {
    /// Loaded once: nothing in it changes.
    static let whole = Result { try load() }

    private static func load() throws -> (data: EmergencyData, organisation: Organisation) {
        let data = try EmergencyData()
        var organisation = try WrittenOrganisation([
            "config/kpid.yaml": """
            version: 1
            organisation: England
            reporting: {frequency: monthly, deadline: {day: 10, at: 12:00}}
            """,
            "config/units.yaml": units(data), "config/targets/waiting.yaml": targets(data),
            "rules/policies.yaml": "policies: [{id: held, label: Held, by: held, otherwise: off_track}]\n",
        ]).load()
        for check in try EmergencyData.checks() {
            let received = organisation.catalog.timetable.start(of: check.month.last.adding(days: 5))
            try organisation.take(
                "\(check.month).csv", Array(report(data, on: check.month).utf8), received: received)
        }
        return (data, organisation)
    }

    /// The rate of each month stands for itself: who closes takes no month along.
    private static func targets(_ data: EmergencyData) -> String {
        let shares = data.organisations.map { "\($0.lowercased()): 95%" }.joined(separator: ", ")
        return """
            section: Emergency care
            window: {from: \(EmergencyData.window.first), to: \(EmergencyData.window.last)}
            targets:
              - id: waiting
                label: {zh: 四小时内, en: Within four hours}
                kind: ratio
                accumulates: false
                goal: {at_least: 95%}
                policy: held
                frequency: monthly
                reporters: {level: provider}
                allocation: {\(shares)}
              - id: complete
                label: {zh: 报送完整率, en: Complete reports}
                kind: ratio
                reporting: completeness
                goal: {at_least: 95%}
                policy: held
                frequency: monthly
            """
    }

    private static func units(_ data: EmergencyData) -> String {
        let lines = data.organisations.map { name -> String in
            let months = data.figures[name] ?? [:]
            var line = "  - {id: \(name.lowercased()), parent: england, label: \"\(name)\", level: provider"
            if let first = months.keys.min(), first.first.description > EmergencyData.window.first {
                line += ", active_from: \(first.first)"
            }
            if let last = months.keys.max(), last.last.description < EmergencyData.window.last {
                line += ", active_to: \(last.last)"
            }
            return line + "}\n"
        }
        return "units:\n  - {id: england, label: England}\n" + lines.joined()
    }

    private static func report(_ data: EmergencyData, on month: Period) -> String {
        let rows = data.organisations.compactMap { name in
            data.figures[name]?[month].map { figure in
                "waiting,\(name),\(month),\(figure.attendances - figure.breaches),\(figure.attendances)\n"
            }
        }
        return "indicator,unit,period,numerator,denominator\n" + rows.joined()
    }
}
