import CEL
import KPICore
import Testing

/// A second organisation from files of its own: weeks, goals that go down, three levels, one language. Half of its
/// twelve weeks is over; the numbers are worked out by hand.
struct HarbourTests {
    private static let asOf = moment("2021-02-15T12:00:00Z")

    private func harbour() throws -> Organisation {
        var harbour = try Organisation("Tests/Fixtures/harbour/config/kpid.yaml")
        try harbour.take(
            "winter.csv", try Repository.bytes("Tests/Fixtures/harbour/winter.csv"), received: Self.asOf)
        return harbour
    }

    private func near(_ found: Double?, _ expected: Double) -> Bool {
        found.map { abs($0 - expected) < 0.000_001 } ?? false
    }

    @Test func cratesByBerthAndYard() throws {
        let harbour = try harbour()
        let crates = try harbour.assess("crates", asOf: Self.asOf)
        let values = zip(harbour.catalog.units.units, crates.units).map {
            "\($0.id) \($1?.value ?? -1) \($1?.light.rawValue ?? "-")"
        }
        #expect(
            values == [
                "port 78.0 at_risk", "east 66.0 no_data", "e1 48.0 on_track", "e2 18.0 at_risk",
                "west 12.0 no_data", "w1 12.0 off_track",
            ])
        let whole = crates.whole
        #expect(
            whole.point.ref == day("2021-02-14") && whole.point.elapsedPeriods == 6 && whole.point.totalPeriods == 12)
        #expect(near(whole.planned, 0.5) && near(whole.progress, 0.325) && near(whole.paceRatio, 0.65))
        #expect(near(whole.gapPoints, 17.5) && near(whole.daysBehind, 14.7))
        #expect(near(whole.currentRate, 13) && near(whole.requiredRate, 27), "per week")
    }

    @Test func aSecondBeforeTheDeadlineItIsTheWeekBefore() throws {
        let crates = try harbour().assess("crates", asOf: Self.asOf.adding(seconds: -1)).whole
        #expect(crates.point.ref == day("2021-02-07") && crates.value == 65 && near(crates.planned, 0.416667))
    }

    @Test func waitingGoesDown() throws {
        let waiting = try harbour().assess("waiting", asOf: Self.asOf).whole
        #expect(waiting.value == 44 && near(waiting.progress, 0.4) && near(waiting.completion, -0.2))
        #expect(near(waiting.paceRatio, 0.8) && near(waiting.gapPoints, 10) && near(waiting.daysBehind, 8.4))
        #expect(near(waiting.currentRate, -2.666667) && near(waiting.requiredRate, -4))
        #expect(waiting.light == .atRisk && waiting.isAchieved == false)
        #expect(waiting.course.change == 3, "41 in the week before, of one berth")
    }

    @Test func departuresArePooled() throws {
        let punctual = try harbour().assess("punctual", asOf: Self.asOf)
        #expect(punctual.whole.measurement?.numerator == 32 && punctual.whole.measurement?.denominator == 40)
        #expect(near(punctual.whole.progress, 0.666667) && punctual.whole.light == .onTrack)
        #expect(punctual.whole.report.state == .missing, "the yards were asked, and the berths reported")
    }

    @Test func theSlowBerthIsToldOfInItsSecondWeek() throws {
        let harbour = try harbour()
        let advance = Evaluator(harbour.catalog, harbour.facts).advance(EvaluationState(), to: Self.asOf)
        let told = advance.transitions.map { "\($0.at.stamp(in: .utc)) \($0.alert) \($0.to) \($0.message.en)" }
        #expect(
            told == [
                "2021-01-11T12:00:00+00:00 slow/crates/w1 pending Berth Three is slow: 2 of 80",
                "2021-01-18T12:00:00+00:00 slow/crates/w1 firing Berth Three is slow: 4 of 80",
            ])
    }
}
