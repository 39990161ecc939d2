import Foundation
import Testing

@testable import KPICore

struct StatusDocumentTests {
    private static let asOf = moment("2021-08-10T09:00:00Z")
    private static let catalog = Samples.catalog(
        [
            Samples.target(allocation: ["north": 60, "south": 60]),
            Samples.target("stock", baseline: nil, frequency: .every(.quarter), form: .cumulative),
        ],
        rules: [
            Samples.rule("behind", when: [.critical: "pace_ratio < 0.5", .warning: "pace_ratio < 0.9"]),
            Samples.rule("waits", each: .unit, when: [.warning: "value < 50"], for: .periods(9)),
        ])
    private static let facts = Samples.facts([
        Samples.report(on: "2021-06", 20, at: "2021-07-02T08:30:00Z"),
        Samples.bounded(from: "south", on: "2021-06", Quantity(lower: 10, upper: 19), at: "2021-07-09T10:00:00Z"),
    ])
    private static let health = Health(
        generation: 3, fingerprint: "00ff", lastReload: .init(at: "2021-08-01T00:00:00+00:00", ok: true, mistakes: []),
        lastCommit: "2021-08-10T09:00:00+00:00")

    private func document(_ facts: Facts = facts, asOf: Instant = asOf, health: Health = health) -> StatusDocument {
        let state = Evaluator(Self.catalog, facts).advance(EvaluationState(), to: asOf).state
        return StatusDocument(state, Self.catalog, facts, asOf: asOf, health: health)
    }

    private func keys(_ json: JSON?) -> [String] {
        guard case .object(let members) = json else { return [] }
        return members.map(\.name)
    }

    private func member(_ json: JSON?, _ path: String...) -> JSON? {
        path.reduce(json) { json, name in
            switch json {
            case .object(let members): members.first { $0.name == name }?.value
            case .array(let elements): Int(name).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
            default: nil
            }
        }
    }

    @Test func keysStandInTheirOrder() {
        let json = document().json
        #expect(
            keys(json) == [
                "api_version", "as_of", "ref", "zone", "organisation", "targets", "alerts", "reports", "findings",
                "more_findings", "health", "unknown_calendar_years",
            ])
        let common = [
            "ref", "value", "bounds", "numerator", "denominator", "goal", "baseline", "progress", "completion",
            "planned",
            "gap_pp", "pace_ratio", "pace_ratio_periods", "days_behind", "current_rate", "required_rate",
            "required_over_current", "achieved", "achieved_on", "regressed", "change", "trend", "light",
            "light_suspect",
            "why", "own", "own_finding", "growth", "report_state", "last_report", "next_due",
        ]
        #expect(
            keys(member(json, "targets", "0", "units", "0"))
                == ["id", "label", "kind", "section", "unit_of_measure", "policy"] + common)
        #expect(
            keys(member(json, "targets", "0"))
                == [
                    "id", "label", "kind", "section", "section_label", "unit_of_measure", "goal_op", "goal_range",
                    "goal_trend", "goal_periods", "due", "policy", "measured", "veto", "out_of",
                ] + common
                + ["assumed", "formerly", "edition", "alerts", "past", "units", "parts", "looked_at", "history"])
        #expect(keys(member(json, "alerts")) == ["critical", "warning", "info", "recovering", "pending", "by_target"])
        #expect(
            keys(member(json, "reports")) == [
                "expected", "on_time", "late", "missing", "exempt", "completeness", "timeliness", "missing_by_unit",
            ])
    }

    @Test func numbersStandWhereTheyBelong() {
        let json = document().json
        let visits = member(json, "targets", "0")
        #expect(member(visits, "value") == .number(30) && member(visits, "goal") == .number(120))
        #expect(member(visits, "bounds") == .array([.number(30), .number(39)]))
        #expect(member(visits, "progress") == .number(0.25) && member(visits, "light") == .string("off_track"))
        #expect(member(visits, "report_state") == .string("missing"))
        #expect(member(visits, "last_report") == .string("2021-07-09T10:00:00+00:00"))
        #expect(member(visits, "next_due") == .string("2021-09-03T12:00:00+00:00"))
        #expect(member(visits, "units", "0", "bounds") == .null, "an exact value has none")
        #expect(member(json, "ref") == .string("2021-07-31"))
        #expect(member(json, "alerts", "critical") == .number(1) && member(json, "alerts", "pending") == .number(2))
        #expect(keys(member(json, "alerts", "by_target")) == ["visits"])
    }

    @Test func whatIsNotKnownIsNull() {
        let stock = member(document().json, "targets", "1")
        for name in [
            "value", "bounds", "numerator", "denominator", "baseline", "progress", "completion", "gap_pp", "pace_ratio",
            "pace_ratio_periods", "days_behind", "current_rate", "required_rate", "required_over_current", "achieved",
            "achieved_on", "change", "trend", "report_state", "last_report", "next_due",
        ] {
            #expect(member(stock, name) == .null, "\(name)")
        }
        #expect(member(stock, "goal") == .number(120) && member(stock, "light") == .string("no_data"))
    }

    @Test func theSameInputsGiveTheSameBytes() {
        let first = document().json.pretty
        for _ in 0..<2 { #expect(document().json.pretty == first) }
    }

    @Test func aDocumentReadsBack() throws {
        let written = document()
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let read = try decoder.decode(StatusDocument.self, from: Data(written.json.pretty.utf8))
        #expect(read.json.pretty == written.json.pretty)
    }

    @Test func onlyMoreThanTheMomentIsAChange() {
        let written = document()
        #expect(written.isSame(as: document(asOf: Self.asOf.adding(seconds: 60))))
        #expect(!written.isSame(as: document(Samples.facts([]))))
        #expect(!written.isSame(as: document(asOf: moment("2021-09-20T00:00:00Z"))))
        var ill = Self.health
        ill.problems = [Label("disk full")]
        #expect(!written.isSame(as: document(health: ill)))
    }

    @Test func yearsWithoutHolidaysAreNamed() {
        #expect(document().unknownCalendarYears == [2022], "December's reports are due in January")
        let later = document(asOf: moment("2024-01-03T00:00:00Z"))
        #expect(later.unknownCalendarYears == [2022, 2023, 2024], "the judged day was found by weekends alone")
    }

    @Test func healthTellsTheFirstMistake() {
        let mistakes = [
            Health.Mistake(file: "a.yaml", line: 3, column: 7, id: "unknown-name", message: "no"),
            Health.Mistake(file: "b.yaml", line: nil, column: nil, id: "unreadable-file", message: "no"),
        ]
        var ill = Self.health
        ill.lastReload = .init(at: "2021-08-01T00:00:00+00:00", ok: false, mistakes: mistakes)
        #expect(ill.isDegraded && !Self.health.isDegraded)
        let reload = member(ill.json, "last_reload")
        #expect(keys(reload) == ["at", "ok", "file", "line", "column", "mistakes"])
        #expect(member(reload, "line") == .number(3) && member(reload, "mistakes", "1", "line") == .null)
        #expect(member(ill.json, "state") == .string("degraded"))
    }
}
