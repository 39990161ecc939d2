import Foundation
import KPICore
import KPIEngine
import KPIIngest

extension EngineParts {
    /// The parts of the real daemon.
    static let kpid = EngineParts(
        decode: { file, catalog, facts in
            Intaker(IntakeContext(catalog, facts: facts)).take(
                file: file.name, file.content, receivedAt: file.receivedAt, reporter: file.reporter)
        },
        receipt: { intake, new, repeated, catalog in
            Receipt(intake, new: new, repeated: repeated, zone: catalog.timetable.zone).json
        })
}

extension Instant {
    /// What the clock says now.
    static var now: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}
