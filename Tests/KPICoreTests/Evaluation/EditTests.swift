import CEL
import Testing

@testable import KPICore

/// What an edit of the configuration does to alerts that are open.
struct EditTests {
    private let target = Samples.target(allocation: ["north": 60, "south": 60], tags: ["core"])
    private let facts = Samples.facts([
        Samples.report(on: "2021-01", 1, at: "2021-02-01T00:00:00Z"),
        Samples.report(from: "south", on: "2021-01", 1, at: "2021-02-01T00:00:00Z"),
    ])
    private let before = moment("2021-02-10T00:00:00Z")
    private let edited = moment("2021-02-11T09:00:00Z")

    private func rule(
        _ id: RuleID = "low", each: Rule.Subject = .unit, where selector: String? = nil, for hold: Delay? = nil,
        message: String = "at", when conditions: KeyValuePairs<Severity, String> = [.warning: "value < 3"]
    ) -> Rule {
        Samples.rule(id, each: each, where: selector, when: conditions, for: hold, message: message)
    }

    /// Fires for both units on 3 February, then goes on under another catalog, as after a reload.
    private func edit(from: Rule? = nil, to catalog: Catalog) -> Advance {
        let old = Samples.catalog([target], rules: [from ?? rule()])
        let state = Evaluator(old, facts).advance(EvaluationState(), to: before).state
        let reloaded = EvaluationState(evaluatedThrough: state.evaluatedThrough, alerts: state.alerts)
        return Evaluator(catalog, facts).advance(reloaded, to: edited)
    }

    private let north = AlertIdentity(rule: "low", target: "visits", unit: "north")
    private let south = AlertIdentity(rule: "low", target: "visits", unit: "south")

    @Test func wordsAndWaitsDoNotResetAnAlert() throws {
        for changed in [rule(for: .periods(3)), rule(for: .seconds(1)), rule(message: "stands at")] {
            let advance = edit(to: Samples.catalog([target], rules: [changed]))
            #expect(advance.transitions.isEmpty)
            let alert = try #require(advance.state.alerts[north])
            #expect(alert.phase.name == .firing && alert.episode == 1)
            #expect(alert.message.en == (changed.hold == nil ? "low stands at 1" : "low at 1"), "its words follow")
        }
    }

    @Test func anotherThresholdIsJudgedAtOnce() {
        let advance = edit(to: Samples.catalog([target], rules: [rule(when: [.warning: "value < 1"])]))
        #expect(
            advance.transitions.map(\.line) == [
                "2021-02-11T09:00:00+00:00 low/visits/north firing -> resolved warning (condition_cleared)",
                "2021-02-11T09:00:00+00:00 low/visits/south firing -> resolved warning (condition_cleared)",
            ])
    }

    private func ends(_ catalog: Catalog) -> [AlertIdentity: Reason] {
        let advance = edit(to: catalog)
        #expect(advance.transitions.allSatisfy { $0.to == .resolved && $0.at == edited })
        return Dictionary(uniqueKeysWithValues: advance.transitions.map { ($0.alert, $0.reason) })
    }

    @Test func whatIsRemovedEndsItsAlerts() {
        let other = Samples.target("other", allocation: ["north": 60])
        #expect(ends(Samples.catalog([target])) == [north: .ruleRemoved, south: .ruleRemoved])
        #expect(ends(Samples.catalog([other], rules: [rule()])) == [north: .targetRemoved, south: .targetRemoved])
        let alone = Samples.target(allocation: ["north": 60], tags: ["core"])
        #expect(
            ends(Samples.catalog([alone], rules: [rule()], units: Samples.tree(["north": "all"])))
                == [south: .unitRemoved])
    }

    @Test func aRuleThatNoLongerChoosesATargetEndsItsAlerts() {
        #expect(
            ends(Samples.catalog([target], rules: [rule(where: "\"other\" in tags")]))
                == [north: .notSelected, south: .notSelected])
        #expect(ends(Samples.catalog([target], rules: [rule(where: "\"core\" in tags")])) == [:])
    }

    /// The unit is still there, and has no share of the goal any more.
    @Test func aUnitThatIsNoLongerJudgedEndsItsAlert() {
        let alone = Samples.target(allocation: ["north": 60], tags: ["core"])
        #expect(ends(Samples.catalog([alone], rules: [rule()])) == [south: .notSelected])
    }

    @Test func aRuleThatTurnsFromUnitsToTheWholeEndsTheirAlerts() {
        let whole = rule(each: .target, when: [.warning: "value < 1"])
        #expect(
            ends(Samples.catalog([target], rules: [whole])) == [north: .notSelected, south: .notSelected])
    }

    @Test func whatEndedComesAgainAsAnotherEpisode() throws {
        let gone = edit(to: Samples.catalog([target]))
        let state = EvaluationState(evaluatedThrough: edited, alerts: gone.state.alerts)
        let back = Evaluator(Samples.catalog([target], rules: [rule()]), facts).advance(
            state, to: edited.adding(seconds: 60))
        #expect(back.transitions.map(\.episode) == [2, 2])
        #expect(back.transitions.allSatisfy { $0.from == .resolved && $0.to == .firing })
    }

    @Test func figuresThatCameAreJudgedAtOnce() {
        let catalog = Samples.catalog([target], rules: [rule()])
        let state = Evaluator(catalog, facts).advance(EvaluationState(), to: before).state
        var more = facts
        // Stamped before the moment that was reached already, as a file is that comes a day late.
        more.reports.add(Samples.report(on: "2021-01", 50, revision: 2, at: "2021-02-09T00:00:00Z"))
        let silent = Evaluator(catalog, more).advance(state, to: edited)
        #expect(silent.transitions.isEmpty)
        let told = Evaluator(catalog, more).advance(
            state, to: edited, after: .init(targets: ["visits"], corrections: ["visits"]))
        #expect(
            told.transitions.map(\.line) == [
                "2021-02-11T09:00:00+00:00 low/visits/north firing -> resolved warning (data_corrected)"
            ])
    }
}
