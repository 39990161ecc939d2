import KPICore
import Testing

@testable import KPIEngine
@testable import KPIStore

/// What operators do, as the engine keeps it.
struct EngineActTests {
    private let site: EngineSite
    private let now = EngineSite.july

    init() throws {
        site = try EngineSite()
    }

    private func acts() async throws -> [JSON] {
        guard case .array(let acts) = await site.engine.actsDocument(all: true, at: now)["acts"] else { return [] }
        return acts
    }

    @Test func whatCannotBeRecordedDidNotHappen() async throws {
        await site.engine.tick(at: now)
        let silence = DeedRequest.silence(["unit=任城区"], ActSpan(for: "3d"))
        // More than fits into the pages that there are.
        let request = ActRequest(silence, comment: String(repeating: "long ", count: 5000))
        try site.ledger.limit(pages: 1)
        let refusal = await #expect(throws: ActRefusal.self) {
            try await site.engine.answer(request, author: "zhang", at: now)
        }
        #expect(refusal?.kind == .unavailable)
        #expect(try await acts() == [])
        try site.ledger.limit(pages: 100_000)
        let answer = try await site.engine.answer(request, author: "zhang", at: now)
        #expect(answer["act"]?["id"] == .number(1))
    }

    @Test func actsAreThereAfterARestartAndAReload() async throws {
        await site.engine.tick(at: now)
        let mute = ActRequest(.maintain(unit: "任城区", ActSpan(for: "3d")), comment: "moving")
        _ = try await site.engine.answer(mute, author: "zhang", at: now)
        let before = try await acts()
        #expect(before.map { $0["author"] } == [.string("zhang")])
        try site.restart()
        #expect(try await acts() == before)
        #expect(await site.engine.adopt(site.edition, at: now) == nil)
        #expect(try await acts() == before)
    }

    @Test func aDryRunLeavesNothing() async throws {
        await site.engine.tick(at: now)
        let mute = ActRequest(.maintain(unit: "任城区", ActSpan(for: "3d")), isDryRun: true)
        let answer = try await site.engine.answer(mute, author: "zhang", at: now)
        #expect(answer["act"] == .null && answer["deed"]?["unit"] != nil)
        #expect(try await acts() == [])
    }
}
