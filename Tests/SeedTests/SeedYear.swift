import Foundation
import KPICore

/// The illustrative year, through the configuration that is shipped and the files that came.
enum SeedYear {
    static let received = moment("2021-10-15T08:00:00+08:00")
    static let registers = [
        "societies", "events", "stations", "agreements", "links", "measures16", "needs", "meetings", "milestones",
    ]

    /// Loaded once: nothing in it changes.
    static let whole = Result { try load() }

    /// The year with other texts in place of some of its files.
    static func load(_ change: (String, String) -> String = { $1 }) throws -> Organisation {
        var organisation = try Organisation("config/kpid.yaml")
        let files = (1...9).map { "reports/clean/2021-0\($0).csv" } + registers.map { "registers/\($0).csv" }
        for file in files {
            let text = change(file, try Repository.text("Tests/Fixtures/seed/\(file)"))
            try organisation.take(file, Array(text.utf8), received: received)
        }
        return organisation
    }
}
