import KPICore
import Testing

@testable import KPIIngest

struct SeedRegisterTests {
    @Test(
        arguments: zip(
            [
                "societies", "events", "stations", "agreements", "links", "measures16", "needs", "meetings",
                "milestones",
            ],
            [54, 73, 23, 7, 26, 16, 60, 9, 9]))
    func registersAreTakenWhole(name: String, rows: Int) throws {
        let file = "registers/\(name).csv"
        let intake = SeedContext.intaker.take(
            file: file, bytes: try Fixture.bytes(file), receivedAt: SeedContext.received)
        #expect(intake.rows?.count == rows)
        #expect(intake.findings.isEmpty)
    }

    @Test func cellsHaveTheirTypes() throws {
        let intake = SeedContext.intaker.take(
            file: "registers/societies.csv", bytes: try Fixture.bytes("registers/societies.csv"),
            receivedAt: SeedContext.received)
        let row = try #require(intake.rows?.first)
        #expect(row.entity == "SOC-001")
        #expect(
            row.cells == [
                .text("SOC-001"), .text("示例学会01"), .date(SeedContext.date("2006-02-10")),
                .date(SeedContext.date("2016-03-01")), .text("功能型党组织"), .absent, .absent,
            ])
    }

    @Test func aKeyMayHaveSeveralParts() throws {
        let intake = SeedContext.intaker.take(
            file: "registers/milestones.csv", bytes: try Fixture.bytes("registers/milestones.csv"),
            receivedAt: SeedContext.received)
        let entities = intake.rows?.map(\.entity) ?? []
        #expect(entities.first == "party.plan\u{1F}")
        #expect(entities.contains("base.robot\u{1F}受理"))
    }
}
