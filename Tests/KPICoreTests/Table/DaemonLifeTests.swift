import Testing

@testable import KPICore

/// Whether a daemon lives is known by its lock; its heartbeat is the next best.
struct DaemonLifeTests {
    private static let now = Instant(seconds: 1_000_000)

    @Test(
        arguments: [
            (true, 3, true), (true, 4000, true), (true, nil, true), (false, 3, false), (false, nil, false),
            (nil, 3, true), (nil, 180, true), (nil, 181, false), (nil, nil, false),
        ] as [(Bool?, Int64?, Bool)])
    func aLockGoesBeforeAHeartbeat(isHeld: Bool?, age: Int64?, lives: Bool) {
        let beat = age.map { Self.now.adding(seconds: -$0) }
        let life = DaemonLife(isHeld: isHeld, heartbeat: beat, now: Self.now)
        #expect(life == (lives ? .running(heartbeat: beat ?? Self.now) : .stopped(since: beat)))
    }

    @Test func theLastHeartbeatIsToldWhereItIsNotThatOfTheFile() throws {
        let document = try TableGolden.document()
        let written = Self.now.adding(seconds: -7200)
        func words(_ beat: Instant?) -> String {
            let source = StatusSource(life: .stopped(since: beat), written: written, now: Self.now)
            return StatusTable(document, alerts: nil, source: source, TableLook(language: .en, width: 200)).text
        }
        #expect(
            words(Self.now.adding(seconds: -600)).contains("not running (last heartbeat 10min ago) · status written"))
        #expect(words(written).contains("not running · status written"))
        #expect(words(nil).contains("not running · status written"))
    }
}
