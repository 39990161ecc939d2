import Diagnostics
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
        #expect(catalog.rules.count == 20)
    }

    @Test func itsFingerprintIsThatOfItsFiles() {
        let path = Repository.path("config/kpid.yaml")
        let loaded = ConfigurationLoader.load(path: path).configuration?.fingerprint
        #expect(loaded != nil && loaded == ConfigurationLoader.fingerprint(path: path))
    }
}
