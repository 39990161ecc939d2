import Foundation
import KPICore
import KPIIngest
import KPIStore
import Synchronization
import Testing

@testable import KPIEngine

/// Somebody writes a file anew while it is being read.
struct RewrittenFileTests {
    /// At the stage of reading that is meant, once, another content is written over the file.
    private final class Colleague: Sendable {
        private let path = Mutex("")
        private let stage: IntakeProgress.Stage

        init(at stage: IntakeProgress.Stage) { self.stage = stage }

        func willWrite(over path: String) { self.path.withLock { $0 = path } }

        func look(_ progress: IntakeProgress) {
            guard progress.stage == stage else { return }
            let path = self.path.withLock { path in
                defer { path = "" }
                return path
            }
            guard !path.isEmpty, let file = FileHandle(forWritingAtPath: path) else { return }
            file.write(Data("indicator,unit,period,value\ntalent.recruits,370811,2021-06,7\n".utf8))
            try? file.truncate(atOffset: 61)
        }
    }

    @Test(arguments: IntakeProgress.Stage.allCases)
    func nothingOfItIsTakenUntilItIsReadAsItIs(stage: IntakeProgress.Stage) async throws {
        let colleague = Colleague(at: stage)
        let site = try EngineSite(watcher: { colleague.look($0) })
        let path = site.folder.state.inbox + "/2021-06.csv"
        try site.folder.put(
            "indicator,unit,period,value\ntalent.recruits,370811,2021-06,3\ntalent.recruits,370812,2021-06,4\n",
            at: path)
        colleague.willWrite(over: path)
        await site.look()
        #expect(try site.ledger.observations().isEmpty)
        #expect(FileManager.default.fileExists(atPath: path))
        await site.look()
        #expect(try site.ledger.observations().map(\.value) == [Quantity(7)])
        await site.engine.tick(at: EngineSite.july)
        #expect(try site.problems == [])
    }
}
