import Foundation
import KPICore
import KPIEngine
import KPIIngest

extension EngineParts {
    /// The parts of the real daemon.
    ///
    /// - Parameter line: shows how far a large file has been read, where somebody looks on.
    static func kpid(_ line: ProgressLine?) -> EngineParts {
        let watcher = line?.watcher
        return EngineParts(
            decode: { file, catalog, facts in
                Intaker(IntakeContext(catalog, facts: facts), watcher: watcher).take(
                    file: file.name, file.content, receivedAt: file.receivedAt, reporter: file.reporter)
            },
            receipt: { intake, new, repeated, catalog in
                Receipt(intake, new: new, repeated: repeated, zone: catalog.timetable.zone).json
            })
    }
}

extension Instant {
    /// What the clock says now.
    static var now: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}
