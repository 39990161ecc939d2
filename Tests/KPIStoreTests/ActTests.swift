import KPICore
import Testing

@testable import KPIStore

struct ActTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(path: folder.ledger)
    }

    @Test func everyDeedComesBack() throws {
        let until = received.adding(seconds: 3600)
        let matchers = Matchers([.init(.unit, ["3708", "任城区, \"x\""]), .init(.severity, ["info"], isNegated: true)])
        let deeds: [Deed] = [
            Telling.acknowledgement(),
            .acknowledge(
                Acknowledgement(
                    alert: AlertIdentity(rule: "r", target: "t", unit: "u", scope: "s"), episode: 1, severity: .info,
                    isSticky: true, until: until)),
            .silence(try #require(Silence(matchers, from: received, until: until))),
            .silence(try #require(Silence(Matchers(), from: received, until: until))),
            .maintain(try #require(Maintenance("370811", from: received, until: until))), .undo(1), .undo(3),
        ]
        let acts = try deeds.map { try ledger.record($0, comment: "因为\n", author: "张三", at: received) }
        #expect(acts.map(\.id) == [1, 2, 3, 4, 5, 6, 7])
        #expect(acts.map(\.deed) == deeds)
        #expect(try Ledger(path: folder.ledger, readOnly: true).load(registers: []).acts == acts)
    }

    @Test func whatWasNeverDoneIsNotUndone() throws {
        #expect(throws: LedgerError.self) {
            try ledger.record(.undo(1), comment: "", author: "root", at: received)
        }
        #expect(try ledger.load(registers: []).acts.isEmpty)
    }
}
