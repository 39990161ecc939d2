import Testing

@testable import KPICore

/// What `status.json` tells of targets with parts, periods, and figures that are told twice.
struct KindStatusTests {
    private let document = KindsYear.document

    private func target(_ id: String) throws -> JSON {
        let found = try #require(document.targets.first { $0.whole.id == id })
        return found.json
    }

    private func elements(_ json: JSON?) -> [JSON] {
        if case .array(let elements) = json { elements } else { [] }
    }

    @Test func partsAreToldWithTheirDays() throws {
        let parts = elements(try target("measures")["parts"])
        #expect(parts.map { $0["state"]?.text } == ["closed", "closed", "done", "overdue", "open"])
        #expect(parts.map { $0["met"] } == [.bool(true), .bool(true), .bool(false), .bool(false), .bool(false)])
        let third = try #require(parts.dropFirst(2).first)
        #expect(third["id"]?.text == "M03" && third["label"]?["zh"]?.text == "组建专家团")
        #expect(third["owner"]?.text == "学会部" && third["unit"] == .null)
        #expect(third["due"]?.text == "2021-06-20" && third["done_on"]?.text == "2021-06-18")
        let stages = elements(try target("base")["parts"])
        #expect(stages.map { $0["id"]?.text } == ["apply", "accept", "grant"])
        #expect(stages.last?["done_on"] == .null && stages.last?["value"]?.double == 0)
        let members = elements(try target("reach")["parts"])
        #expect(members.map { $0["value"]?.double } == [2, 2, 1] && members.last?["at_least"]?.double == 2)
    }

    /// A gate names those that do not pass, and says how many it has looked at.
    @Test func aGateNamesWhatBreaksIt() throws {
        let gate = try target("gate")
        #expect(elements(gate["parts"]).map { $0["id"]?.text } == ["X2"])
        #expect(gate["looked_at"]?.double == 2 && gate["veto"] == .bool(true) && gate["value"]?.double == 1)
        #expect(try target("measures")["looked_at"] == .null)
    }

    @Test func goalsOfEverySortAreTold() throws {
        let stock = try target("stock")
        #expect(stock["goal_op"]?.text == "trend" && stock["goal_trend"]?.text == "not_falling")
        #expect(stock["goal_periods"]?.double == 2 && stock["goal"] == .null)
        #expect(elements(try target("staff")["goal_range"]).map(\.double) == [8, 12])
        #expect(try target("rank")["out_of"]?.double == 16)
        #expect(try target("curiosity")["measured"] == .bool(false))
    }

    @Test func thePeriodsAreToldAsTheyWereJudgedAndAsTheyAreKnown() throws {
        let history = elements(try target("recruits")["history"])
        #expect(history.map { $0["state"]?.text } == ["met", "made_up", "met", "met", "met", "met"])
        let may = try #require(history.dropFirst(4).first)
        #expect(may["period"]?.text == "2021-05" && may["ref"]?.text == "2021-05-31")
        #expect(may["due"]?.text == "2021-06-03T12:00:00+00:00" && may["corrected"] == .bool(true))
        #expect(may["value"]?.double == 51 && may["value_now"]?.double == 57)
        #expect(may["light"]?.text == "on_track" && may["light_now"]?.text == "on_track")
        #expect(elements(try target("curiosity")["history"]).isEmpty)
    }

    @Test func aParentsOwnFigureStandsBesideItsChildren() throws {
        let recruits = try target("recruits")
        #expect(recruits["value"]?.double == 66 && recruits["own"]?.double == 70)
        #expect(recruits["own_finding"]?["en"]?.text == "reports 70 itself; its units come to 66")
        #expect(recruits["light_suspect"] == .bool(true) && recruits["light"]?.text == "on_track")
        #expect(try target("coverage")["own"] == .null, "what counts is not told twice")
    }
}
