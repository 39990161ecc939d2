import Testing

/// The fields that others rely on, with what may stand in them.
@Suite(.inTurn) struct ShapeTests {
    private static let numbers = [
        "value", "numerator", "denominator", "goal", "baseline", "progress", "completion", "planned", "gap_pp",
        "pace_ratio", "pace_ratio_periods", "days_behind",
    ]
    private static let ofPeriod: Set = [
        "period", "due", "ref", "value", "planned", "light", "value_now", "light_now", "state", "corrected",
    ]
    private static let lights: Set = [
        "no_data", "not_started", "on_track", "attention", "at_risk", "off_track", "achieved",
    ]

    private func site() async throws -> Site {
        let site = try Site()
        try site.dropSeed(Site.reports + Site.registers)
        try await site.once(asOf: "2021-07-10T09:00:00+08:00")
        return site
    }

    private func isLabel(_ json: Json?) -> Bool {
        json?.names == ["zh", "en"] && json?["zh"]?.text?.isEmpty == false && json?["en"]?.text?.isEmpty == false
    }

    private func isNumberOrNull(_ json: Json?) -> Bool { json == .null || json?.number != nil }

    @Test func theStatusHasEveryField() async throws {
        let status = try await site().status()
        #expect(status["api_version"] == .text("kpid/v1"))
        #expect(status["as_of"] == .text("2021-07-10T09:00:00+08:00"))
        #expect(status["ref"] == .text("2021-06-30"))
        let targets = try #require(status["targets"]?.list)
        #expect(targets.count > 20)
        for target in targets {
            let id = try #require(target["id"]?.text)
            #expect(target["alerts"] != nil && isLabel(target["section_label"]), "\(id)")
            #expect(target["parts"] != nil && target["veto"] != nil && target["out_of"] != nil, "\(id)")
            for period in try #require(target["history"]?.list) {
                #expect(period.names == Self.ofPeriod, "\(id) \(period["period"]?.text ?? "?")")
            }
            for subject in [target] + (target["units"]?.list ?? []) { try check(subject, of: id) }
        }
        #expect(targets.contains { !($0["units"]?.list.isEmpty ?? true) })
    }

    private func check(_ subject: Json, of id: String) throws {
        let place = "\(id) \(subject["id"]?.text ?? "?")"
        for name in ["kind", "section", "unit_of_measure", "policy"] {
            #expect(subject[name]?.text != nil, "\(place) \(name)")
        }
        #expect(isLabel(subject["label"]) && isLabel(subject["why"]), "\(place)")
        for name in Self.numbers { #expect(isNumberOrNull(subject[name]), "\(place) \(name)") }
        #expect(Self.lights.contains(try #require(subject["light"]?.text)), "\(place) \(subject["light"]?.text ?? "")")
        #expect(subject["light_suspect"] == .bool(false), "\(place)")
        #expect(try [.null, .bool(true), .bool(false)].contains(#require(subject["achieved"])), "\(place)")
        #expect(subject["report_state"] == .null || subject["report_state"]?.text != nil, "\(place)")
    }

    @Test func unknownIsNullAndNeverZero() async throws {
        let site = try Site()
        try await site.once(asOf: "2021-07-10T09:00:00+08:00")
        // Reported by units, counted from a register, a ratio, a cumulative figure.
        for id in ["talent.recruits", "station.total", "party.coverage", "patent.searches"] {
            let target = try site.target(id)
            for name in ["value", "progress", "completion", "gap_pp", "pace_ratio", "achieved"] {
                #expect(target[name] == .null, "\(id) \(name)")
            }
            #expect(target["light"] == .text("no_data"), "\(id)")
        }
        #expect(try site.target("award.zuimei")["value"] == .number(0), "nobody owes a report: nothing has happened")
        #expect(try site.status()["reports"]?["completeness"] == .number(0))
    }

    @Test func theRestOfTheStatusIsThere() async throws {
        let status = try await site().status()
        let alerts = try #require(status["alerts"])
        for name in ["critical", "warning", "info", "recovering", "pending"] {
            #expect(alerts[name]?.number != nil, "\(name)")
        }
        #expect(alerts["by_target"]?["agreement.total"] == .list([.text("behind-plan/agreement.total/3708")]))
        let reports = try #require(status["reports"])
        #expect(reports["completeness"] == .number(1) && reports["timeliness"] == .number(1))
        #expect(reports["missing_by_unit"] == .list([]))
        let health = try #require(status["health"])
        #expect(health["state"] == .text("ok"))
        #expect(health["generation"] == .number(1))
        #expect(health["files_differ"] == .bool(false))
        #expect(health["last_commit"] == .text("2021-07-10T09:00:00+08:00"))
        #expect(health["problems"] == .list([]))
        let reload = try #require(health["last_reload"])
        #expect(reload["ok"] == .bool(true))
        for name in ["file", "line", "column"] { #expect(reload[name] == .null, "\(name)") }
    }

    @Test func aUnitThatDidNotReportIsNamed() async throws {
        let site = try Site()
        try site.dropSeed(Site.registers)
        try site.dropSeed(Site.reports.filter { !$0.contains("-06") })
        try await site.once(asOf: "2021-07-10T09:00:00+08:00")
        let reports = try #require(try site.status()["reports"])
        let units = try #require(reports["missing_by_unit"]?.list)
        let unit = try #require(units.first { $0["unit"] == .text("370811") })
        #expect(isLabel(unit["label"]))
        #expect(unit["reports"]?.list.contains { $0["target"] == .text("talent.recruits") } == true)
        #expect(unit["reports"]?.list.first?["period"] == .text("2021-06"))
        #expect(unit["reports"]?.list.first?["due"] == .text("2021-07-07T17:30:00+08:00"))
    }

    @Test func alertsHaveEveryField() async throws {
        let site = try await site()
        let document = try site.json("alerts.json")
        #expect(document["api_version"] == .text("kpid/v1"))
        #expect(document["as_of"] == .text("2021-07-10T09:00:00+08:00"))
        let alerts = try #require(document["alerts"]?.list)
        #expect(!alerts.isEmpty)
        for alert in alerts {
            let id = try #require(alert["id"]?.text)
            for name in ["rule", "target", "unit", "scope", "since"] {
                #expect(alert[name]?.text != nil, "\(id) \(name)")
            }
            #expect(["critical", "warning", "info"].contains(alert["severity"]?.text), "\(id)")
            #expect(["pending", "firing", "recovering"].contains(alert["state"]?.text), "\(id)")
            #expect(isLabel(alert["message"]), "\(id)")
            let reason = try #require(alert["reason"])
            #expect(reason["id"]?.text != nil && reason["zh"]?.text != nil && reason["en"]?.text != nil, "\(id)")
            #expect(alert["values"]?["pace_ratio"]?.number != nil, "\(id)")
        }
    }

    @Test func theLogHasOneLineForEachTransition() async throws {
        let site = try await site()
        let lines = try site.read("alerts.jsonl").split(separator: "\n").map { try Json($0) }
        #expect(lines.count == (try site.count("transition")))
        #expect(lines.compactMap { $0["seq"]?.number } == (1...lines.count).map(Double.init))
        for line in lines {
            for name in ["at", "id", "rule", "target", "unit", "from", "to", "severity", "ref"] {
                #expect(line[name]?.text != nil, "\(name)")
            }
            #expect(line["from"] != line["to"] || line["severity"] != line["severity_before"])
            #expect(isLabel(line["message"]))
        }
        let moments = lines.compactMap { $0["at"]?.text }
        #expect(moments == moments.sorted())
    }
}
