import KPICore
import Synchronization
import Testing

@testable import KPIIngest

struct ProgressTests {
    @Test func aLineSaysHowFarAFileHasCome() {
        let progress = IntakeProgress(file: "visits.csv", stage: .recording, done: 42, size: 99)
        #expect(progress.line(in: .en) == "visits.csv  ██████████░░░░░░░░░░░░░░  42 % recorded")
        #expect(progress.line(in: .zh).hasSuffix("42 % 已入账"))
        let long = IntakeProgress(
            file: String(repeating: "县", count: 40) + ".csv", stage: .reading, done: 0, size: 1)
        #expect(long.line(in: .en).hasPrefix("…县") && long.line(in: .en).count < 80)
        #expect(IntakeProgress(file: "a.csv", stage: .reading, done: 0, size: 0).percent == 100)
    }

    @Test func everyByteIsReadToJudgeAndToRecord() throws {
        let told = Mutex<[IntakeProgress]>([])
        let intaker = Intaker(SeedContext.context) { progress in told.withLock { $0.append(progress) } }
        let bytes = try Fixture.bytes("reports/clean/2021-09.csv")
        let intake = intaker.take(file: "2021-09.csv", bytes: bytes, receivedAt: SeedContext.received)
        guard case .reports(let rows) = intake.content else { return #expect(Bool(false), "no reports") }
        #expect(told.withLock { $0.allSatisfy { $0.stage == .reading } && $0.last?.percent == 100 })
        told.withLock { $0 = [] }
        try rows.forEach { _ in }
        #expect(told.withLock { $0.allSatisfy { $0.stage == .recording } && $0.last?.percent == 100 })
    }
}
