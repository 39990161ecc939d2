import CEL
import Testing

@testable import KPICore

/// What an alert remembers beside its present numbers.
struct EpisodeMemoryTests {
    private let identity = AlertIdentity(rule: "behind", target: "visits", unit: "all")

    private func alert(_ rule: Rule, _ values: [Double], direction: Direction = .increase) throws -> Alert? {
        let reports = values.enumerated().map {
            Samples.report(on: "2021-0\($0 + 1)", $1, form: .cumulative, at: "2021-0\($0 + 2)-01T00:00:00Z")
        }
        let target = Samples.target(direction: direction, allocation: ["north": 120], form: .cumulative)
        let end = moment("2021-0\(values.count + 1)-20T00:00:00Z")
        let evaluator = Evaluator(Samples.catalog([target], rules: [rule]), Samples.facts(reports))
        return evaluator.advance(EvaluationState(), to: end).state.alerts[identity]
    }

    private func value(_ values: [NamedValue]?) -> Double? { values?.first { $0.name == "value" }?.value }

    @Test func numbersAtFiringAndAtWorstStandBesideThePresentOnes() throws {
        let rule = Samples.rule(when: [.warning: "pace_ratio < 0.9"], keep: .periods(2))
        let alert = try #require(try alert(rule, [8, 9, 10, 39]))
        // Of the plan: 8 of 10, 9 of 19, 10 of 30, 39 of 39.
        #expect(alert.phase.name == .recovering)
        #expect(value(alert.atFiring) == 8 && value(alert.atWorst) == 10 && value(alert.values) == 39)
    }

    @Test func theyStayUntilTheNextEpisodeBegins() throws {
        let rule = Samples.rule(when: [.warning: "value < 10"])
        let over = try #require(try alert(rule, [4, 3, 50]))
        #expect(over.phase.name == .resolved)
        #expect(value(over.atFiring) == 4 && value(over.atWorst) == 3)
        let again = try #require(try alert(rule, [4, 3, 50, 9]))
        #expect(again.episode == 2 && value(again.atFiring) == 9 && value(again.atWorst) == 9)
    }

    @Test func whatNeverFiredRemembersNothing() throws {
        let waiting = try #require(try alert(Samples.rule(when: [.warning: "value < 10"], for: .periods(3)), [4, 3]))
        #expect(waiting.memory == nil && waiting.atFiring.isEmpty && waiting.atWorst.isEmpty)
    }

    @Test func theFirstScaleThatBothKnowDecides() {
        func numbers(_ pairs: KeyValuePairs<String, Double>) -> AlertNumbers {
            let order = Dictionary(uniqueKeysWithValues: AlertNumbers.names.enumerated().map { ($1, $0) })
            return AlertNumbers(
                pairs.map { NamedValue($0.key, $0.value) }.sorted { order[$0.name] ?? 0 < order[$1.name] ?? 0 })
        }
        let pace = numbers(["pace_ratio": 0.5, "progress": 0.9, "value": 5])
        #expect(numbers(["pace_ratio": 0.4, "progress": 1]).areWorse(than: pace, .increase))
        #expect(!numbers(["pace_ratio": 0.5, "progress": 0.1]).areWorse(than: pace, .increase))
        #expect(numbers(["progress": 0.8, "value": 9]).areWorse(than: pace, .increase))
        #expect(numbers(["value": 4]).areWorse(than: pace, .increase))
        #expect(numbers(["value": 6]).areWorse(than: pace, .decrease))
        #expect(!numbers(["value": 4]).areWorse(than: pace, .decrease))
        let level = numbers(["value": 9, "goal": 10])
        #expect(numbers(["value": 12, "goal": 10]).areWorse(than: level, .maintain))
        #expect(!numbers([:]).areWorse(than: pace, .increase), "what is unknown is not worse")
        #expect(pace.areWorse(than: numbers([:]), .increase), "and better than nothing to remember")
    }

    /// Fires on 3 February, 5 April and 3 June; each time one month later it is over.
    @Test func anAlertThatComesAndGoesFlaps() throws {
        let timetable = Samples.utc
        func rule(_ episodes: Int, _ within: Delay) -> Rule {
            Samples.rule(when: [.warning: "value < 10"], flapping: Flapping(episodes: episodes, within: within))
        }
        let twice = rule(2, .seconds(70 * 86_400))
        let alert = try #require(try alert(twice, [4, 50, 4, 50, 4]))
        #expect(alert.episode == 3 && alert.phase.name == .firing, "the phase is as ever")
        #expect(alert.memory?.began.map(\.utc) == ["2021-04-05T12:00:00+00:00", "2021-06-03T12:00:00+00:00"])
        let end = moment("2021-06-14T12:00:00Z")
        #expect(alert.flapsUntil(twice, at: moment("2021-06-10T00:00:00Z"), in: timetable) == end)
        #expect(!alert.isFlapping(twice, at: end, in: timetable))
        #expect(!alert.isFlapping(rule(3, .seconds(70 * 86_400)), at: moment("2021-06-10T00:00:00Z"), in: timetable))
        let working = rule(2, .workingDays(50))
        #expect(alert.isFlapping(working, at: moment("2021-06-10T00:00:00Z"), in: timetable))
        let none = Samples.rule(when: [.warning: "value < 10"])
        #expect(!alert.isFlapping(none, at: moment("2021-06-10T00:00:00Z"), in: timetable))
    }
}
