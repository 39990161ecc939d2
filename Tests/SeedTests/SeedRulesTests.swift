import KPICore
import Testing

/// The rules that are shipped, over the illustrative year and over what could have happened in it.
struct SeedRulesTests {
    private static let july = moment("2021-07-10T09:00:00+08:00")
    private static let october = moment("2021-10-15T09:00:00+08:00")

    private func state(_ year: Organisation, _ asOf: Instant) -> EvaluationState {
        Evaluator(year.catalog, year.facts).advance(EvaluationState(), to: asOf).state
    }

    private func firing(_ state: EvaluationState) -> [Alert] {
        state.alerts.values.filter { if case .firing = $0.phase { true } else { false } }
            .sorted { "\($0.identity)" < "\($1.identity)" }
    }

    /// The year with other words in its files; each of those that are replaced has to be there.
    private static func changed(_ changes: [(file: String, from: String, to: String)]) throws -> Organisation {
        var isThere = [Bool](repeating: false, count: changes.count)
        let year = try SeedYear.load { name, text in
            changes.indices.reduce(text) { text, index in
                let change = changes[index]
                guard name.hasSuffix(change.file), text.contains(change.from) else { return text }
                isThere[index] = true
                return text.replacing(change.from, with: change.to)
            }
        }
        try #require(isThere.allSatisfy { $0 })
        return year
    }

    /// A year in which much went wrong by October.
    private static let spoilt = Result {
        let reports = try Repository.text("Tests/Fixtures/seed/reports/clean/2021-09.csv")
        let line = try #require(
            reports.split(whereSeparator: \.isNewline).first { $0.hasPrefix("talent.recruits,370812,") })
        let stamp = try #require(line.split(separator: ",").first { $0.hasPrefix("2021-10-") })
        let year = try changed([
            ("meetings.csv", "MT-03,2021-03-12,学会党建工作会议", "MT-03,2021-03-12,常委会"),
            ("links.csv", ",370832,", ",370830,"),
            ("2021-09.csv", "patent.rank,HQ,2021-09,level,3,", "patent.rank,HQ,2021-09,level,5,"),
            ("2021-09.csv", "talent.stock,HQ,2021-09,level,120380,", "talent.stock,HQ,2021-09,level,119000,"),
            ("2021-09.csv", "talent.recruits,370811,", "talent.recruits,,"),
            ("2021-09.csv", String(line), String(line).replacing(String(stamp), with: "2021-10-14T09:00:00+08:00")),
            ("2021-07.csv", "award.province,HQ,2021-07,delta,2,", "award.province,HQ,2021-07,delta,1,"),
        ])
        return Evaluator(year.catalog, year.facts).advance(EvaluationState(), to: october).state
    }

    private func spoilt(by rule: RuleID) throws -> [Alert] {
        firing(try Self.spoilt.get()).filter { $0.identity.rule == rule }
    }

    private func severity(_ alert: Alert) -> Severity? {
        if case .firing(let firing) = alert.phase { firing.severity } else { nil }
    }

    @Test func theYearAsItWas() throws {
        let year = try SeedYear.whole.get()
        #expect(
            firing(state(year, Self.july)).map { "\($0.identity)" } == [
                "behind-plan/agreement.total/3708", "item-not-closed/bridge.measures/3708/M07",
                "stage-check/base.robot/3708/accepted", "unit-behind-plan/talent.recruits/370826",
                "unit-behind-plan/talent.recruits/370831", "unit-behind-plan/talent.recruits/370832",
                "unit-behind-plan/talent.recruits/370881",
            ])
        #expect(
            firing(state(year, Self.october)).map { "\($0.identity)" } == [
                "item-not-closed/bridge.measures/3708/M07", "item-not-closed/bridge.measures/3708/M11",
                "item-overdue/bridge.measures/3708/M13", "parts-behind-plan/bridge.measures/3708",
                "parts-behind-plan/study.sessions/3708", "stage-remind/base.robot/3708/approved",
                "unit-behind-plan/talent.recruits/370831",
            ])
    }

    /// A reminder at a third of the time, a check at two thirds, and the day itself; then it was done, late.
    @Test func aStageOfThirds() throws {
        let year = try SeedYear.whole.get()
        let told = Evaluator(year.catalog, year.facts).advance(EvaluationState(), to: Self.october).transitions
            .filter { $0.alert.target == "base.robot" && $0.alert.scope == "accepted" }
            .map { "\($0.at.stamp(in: year.catalog.timetable.zone).prefix(16)) \($0.alert.rule) \($0.to)" }
        #expect(
            told == [
                "2021-05-31T00:00 stage-remind firing", "2021-07-01T00:00 stage-check firing",
                "2021-07-01T00:00 stage-remind resolved", "2021-08-01T00:00 stage-check resolved",
                "2021-08-01T00:00 stage-overdue firing", "2021-08-06T00:00 stage-overdue resolved",
            ])
    }

    @Test func aSocietyWithoutThePreconditionIsNamedUntilItIsFiled() throws {
        var year = try SeedYear.whole.get()
        func register(_ precheck: String) throws -> String {
            try Repository.text("Tests/Fixtures/seed/registers/societies.csv").replacing(
                "SOC-053,", with: "SOC-099,示例学会99,2021-09-20,2021-09-20,联合党支部,\(precheck),\r\nSOC-053,")
        }
        let (uploaded, filed) = (moment("2021-10-15T08:30:00+08:00"), moment("2021-10-16T08:30:00+08:00"))
        try year.take("registers/societies.csv", Array(register("").utf8), received: uploaded)
        let before = state(year, Self.october)
        let alert = try #require(firing(before).first { $0.identity.rule == "gate-violation" })
        #expect(alert.identity.scope == "SOC-099" && severity(alert) == .critical)
        #expect(alert.message.zh.contains("示例学会99") && alert.message.en.contains("SOC-099"))
        try year.take("registers/societies.csv", Array(register("2021-09-01").utf8), received: filed)
        let after = Evaluator(year.catalog, year.facts).advance(before, to: moment("2021-10-17T00:00:00+08:00"))
        let step = try #require(after.transitions.first { $0.alert == alert.identity })
        #expect("\(step.to)" == "resolved" && step.at == filed && step.reason == .conditionCleared)
    }

    @Test func aSocietyWithoutAPartyOrganisationTakesCoverageBack() throws {
        let year = try Self.changed([
            ("societies.csv", "SOC-053,", "SOC-099,示例学会99,2021-10-20,,,2021-10-01,\r\nSOC-053,")
        ])
        let alerts = firing(state(year, moment("2021-11-10T09:00:00+08:00")))
        #expect(alerts.contains { "\($0.identity)" == "fell-back/party.coverage/3708" })
    }

    @Test func aQuarterWithoutItsMeetingMayBeMadeUp() throws {
        let missed = try spoilt(by: "period-missed")
        #expect(missed.map(\.identity.scope) == ["2021Q1"] && missed.map(severity) == [.warning])
        let year = try Self.changed([("meetings.csv", "MT-03,2021-03-12", "MT-03,2021-04-12")])
        let madeUp = firing(state(year, Self.july)).filter { $0.identity.rule == "period-missed" }
        #expect(madeUp.isEmpty, "two in the second quarter")
    }

    @Test func aCountyThatIsLeftBehind() throws {
        let gaps = try spoilt(by: "coverage-gap")
        #expect(gaps.map(\.identity.scope) == ["370832"] && gaps.map(severity) == [.info])
        #expect(gaps[0].message.en.contains("Liangshan County has 0 of 3"))
    }

    @Test func aPlaceLostAndAStockThatFell() throws {
        let rank = try spoilt(by: "rank-drop")
        #expect(rank.map { "\($0.identity)" } == ["rank-drop/patent.rank/3708"])
        #expect(rank[0].message.en.contains("fell by 2 and is 5"))
        let stock = try spoilt(by: "trend-broken")
        #expect(stock.map { "\($0.identity)" } == ["trend-broken/talent.stock/3708"])
        #expect(stock[0].message.en.contains("by 450"))
    }

    /// Ten of 54 societies are gone at once.
    @Test func aBaseThatMoved() throws {
        let year = try SeedYear.load { file, text in
            guard file.hasSuffix("societies.csv") else { return text }
            return text.split(whereSeparator: \.isNewline).map { line in
                line.hasPrefix("SOC-01") ? "\(line)2021-09-10" : String(line)
            }.joined(separator: "\n")
        }
        let base = firing(state(year, Self.october)).filter { $0.identity.rule == "denominator-jump" }
        #expect(base.map { "\($0.identity)" } == ["denominator-jump/party.coverage/3708"])
        #expect(base[0].message.en.contains("from 54 to 44"))
    }

    @Test func aReportThatIsMissingAndOneThatIsLate() throws {
        #expect(try spoilt(by: "report-missing").map { "\($0.identity)" } == ["report-missing/talent.recruits/370811"])
        let late = try spoilt(by: "report-late")
        #expect(late.map { "\($0.identity)" } == ["report-late/talent.recruits/370812"])
        #expect(late.map(severity) == [.info])
    }

    @Test func whatIsDueAndNotDone() throws {
        let overdue = try spoilt(by: "overdue")
        #expect(overdue.map { "\($0.identity)" } == ["overdue/award.province/3708"])
        #expect(overdue.map(severity) == [.critical])
        let year = try SeedYear.whole.get()
        let soon = firing(state(year, moment("2021-09-20T09:00:00+08:00"))).filter { $0.identity.rule == "due-soon" }
        #expect(!soon.isEmpty && soon.allSatisfy { severity($0) == .info && !$0.message.zh.contains("2021-12-31") })
    }
}
