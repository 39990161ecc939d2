import Diagnostics
import Foundation
import KPIConfiguration
import KPICore
import Testing

/// The configuration that is shipped.
struct ShippedFilesTests {
    @Test func itLoadsWithoutErrorOrWarning() {
        let (configuration, diagnostics) = ConfigurationLoader.load(path: Repository.path("config/kpid.yaml"))
        #expect(configuration != nil)
        #expect(diagnostics.filter { $0.severity != .note }.map(\.message) == [])
        #expect(diagnostics.contains { $0.id == "assumed" }, "what nobody has confirmed is told")
    }

    @Test func itHoldsTheOrganisation() throws {
        let catalog = try SeedYear.whole.get().catalog
        #expect(catalog.units.units.count == 17 && catalog.units.units.filter { $0.level == "county" }.count == 14)
        #expect(catalog.targets.count == 44 && catalog.registers.count == 10)
        #expect(
            catalog.policies.keys.sorted().map(\.text) == [
                "half-time", "okr", "pace-gov", "pace-standard", "threshold",
            ])
        #expect(catalog.rules.count == 22)
    }

    /// Whoever takes the comment signs away has something that loads.
    @Test func theExamplesOfNotificationsAreRight() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "shipped-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        for part in ["config", "rules"] {
            try FileManager.default.copyItem(
                at: URL(filePath: Repository.path(part)), to: folder.appending(path: part))
        }
        let text = try Repository.text("config/notify.yaml").replacing("\n  # ", with: "\n  ")
        try Data(text.utf8).write(to: folder.appending(path: "config/notify.yaml"))
        let (configuration, diagnostics) = ConfigurationLoader.load(
            path: folder.appending(path: "config/kpid.yaml").path)
        #expect(diagnostics.filter { $0.severity != .note }.map(\.id) == ["unknown-owner"])
        let plan = try #require(configuration?.notifications)
        #expect(plan.recipients.map(\.id) == ["archive", "zhang", "board"] && plan.routes.count == 3)
        #expect(plan.channels.count == 3 && plan.mutes.count == 1)
    }

    @Test func itTellsWithoutBeingSetUp() throws {
        let loaded = ConfigurationLoader.load(path: Repository.path("config/kpid.yaml"))
        let plan = try #require(loaded.configuration?.notifications)
        #expect(plan.channels == ["files": .file(FileSettings(folder: "notices"))])
        #expect(plan.routes == [Route(to: [.recipient("archive")])] && plan.inhibitions.count == 1)
    }

    @Test func itsFingerprintIsThatOfItsFiles() {
        let path = Repository.path("config/kpid.yaml")
        let loaded = ConfigurationLoader.load(path: path).configuration?.fingerprint
        #expect(loaded != nil && loaded == ConfigurationLoader.fingerprint(path: path))
    }
}
