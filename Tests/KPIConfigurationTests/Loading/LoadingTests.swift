import CEL
import Diagnostics
import KPICore
import Testing

@testable import KPIConfiguration

/// What a right configuration is read as.
struct LoadingTests {
    private func depot() throws -> Configuration {
        let (configuration, diagnostics) = try Depot().load()
        #expect(diagnostics.map(\.message) == [])
        return try #require(configuration)
    }

    private func day(_ text: String) -> LocalDate {
        guard let date = LocalDate(text) else { preconditionFailure("no day: \(text)") }
        return date
    }

    private func time(_ text: String) -> KPICore.TimeOfDay {
        guard let time = KPICore.TimeOfDay(text) else { preconditionFailure("no time: \(text)") }
        return time
    }

    @Test func settings() throws {
        let configuration = try depot()
        let (settings, catalog) = (configuration.settings, configuration.catalog)
        #expect(settings.language == .en && settings.evaluateEvery == 30)
        #expect(settings.logLevel == .notice && settings.logFormat == .json)
        #expect(catalog.organisation == Label(zh: "仓库", en: "Depot"))
        #expect(catalog.timetable.zone.name == "Europe/Berlin")
        #expect(catalog.reporting.period == .month && catalog.reporting.dueSoon == 1)
        #expect(catalog.reporting.deadline == Deadline(.working(3), at: time("12:00")))
    }

    @Test func whatIsLeftOutHasADefault() throws {
        let files = try Depot()
        try files.write(
            "version: 1\norganisation: Depot\nreporting: {frequency: weekly, deadline: {day: 0}}\n",
            to: "config/kpid.yaml")
        let configuration = try #require(files.load().configuration)
        #expect(configuration.settings.language == .en && configuration.settings.evaluateEvery == 60)
        #expect(configuration.settings.logLevel == .info && configuration.settings.logFormat == .text)
        let catalog = configuration.catalog
        #expect(catalog.timetable.zone.name == "UTC" && catalog.timetable.calendar.weekend == [.sat, .sun])
        #expect(!catalog.timetable.calendar.knows(2021) && catalog.reporting.dueSoon == 2)
        #expect(catalog.reporting.deadline.at.minutes == 1440, "the end of the day")
    }

    @Test func unitsAndCalendar() throws {
        let catalog = try depot().catalog
        #expect(catalog.units.units.map(\.id) == ["depot", "north", "south"])
        #expect(catalog.units.index(named: "Old Hall") == 1 && catalog.units.index(named: "南库") == 2)
        #expect(catalog.units["south"]?.activeFrom == day("2021-03-01"))
        let calendar = catalog.timetable.calendar
        #expect(calendar.weekend == [.sun] && calendar.isWorkingDay(day("2021-12-19")))
        #expect(!calendar.isWorkingDay(day("2021-01-01")) && !calendar.isWorkingDay(day("2021-04-03")))
    }

    @Test func targets() throws {
        let catalog = try depot().catalog
        #expect(catalog.targets.prefix(3).map(\.id) == ["crates", "heavy", "damage"])
        let crates = try #require(catalog["crates"])
        #expect(crates.allocation == ["north": 60, "south": 40] && crates.reporters == ["north", "south"])
        #expect(crates.form == .delta && crates.direction == .increase && crates.baseline == 0)
        #expect(crates.due == day("2021-11-30") && crates.window.last == day("2021-12-31"))
        #expect(abs(crates.plan.share(at: day("2021-10-31")) - 10.0 / 12) < 1e-12, "the last month weighs double")
        #expect(crates.section.label.en == "First" && crates.deadline == catalog.reporting.deadline)
        let damage = try #require(catalog["damage"])
        #expect(damage.kind == .ratio && damage.form == .level && damage.direction == .decrease)
        #expect(damage.goal == .atMost(0.02) && damage.baseline == 0.08)
        #expect(damage.reporters == ["north", "south"] && damage.frequency == .every(.quarter))
        #expect(damage.deadline == Deadline(.calendar(10), at: time("09:30")))
        #expect(damage.plan.share(at: day("2021-09-30")) == 0.3)
        let heavy = try #require(catalog["heavy"])
        #expect(heavy.reporters.isEmpty && heavy.plan.days == 365)
        guard case .register(let measure) = heavy.source else {
            Issue.record("counted from a register")
            return
        }
        #expect(measure.register == "loads" && measure.distinct == "load_id" && measure.filter != nil)
    }

    @Test func rulesAndPolicies() throws {
        let catalog = try depot().catalog
        #expect(catalog.rules.map(\.id) == ["behind", "met"])
        let behind = catalog.rules[0]
        #expect(behind.conditions.map(\.severity) == [.critical, .warning])
        #expect(behind.hold == .periods(2) && behind.noData == .alert && behind.clear != nil && behind.forEach == .unit)
        #expect(behind.place?.description.hasSuffix("rules/pace.yaml:2:5") == true)
        #expect(catalog.rules[1].hold == .seconds(43_200) && catalog.rules[1].noData == .keep)
        let steady = try #require(catalog.policies["steady"])
        #expect(steady.bands.map(\.light) == [.onTrack, .atRisk] && steady.otherwise == .offTrack)
        #expect(steady.bands.map(\.bound) == [.atLeast(0.9), .above(0.5)])
    }

    @Test func everyByteIsInTheFingerprint() throws {
        let files = try Depot()
        let before = try #require(files.load().configuration?.fingerprint)
        #expect(ConfigurationLoader.fingerprint(path: files.path) == before)
        for file in [
            "config/kpid.yaml", "config/units.yaml", "config/registers.yaml", "config/notify.yaml", "rules/pace.yaml",
        ] {
            let other = try Depot()
            try other.replace("\n", with: "  \n", in: file)
            #expect(ConfigurationLoader.fingerprint(path: other.path) != nil)
            try files.replace("\n", with: "  \n", in: file)
            let after = ConfigurationLoader.fingerprint(path: files.path)
            #expect(after != before, "\(file)")
            try files.replace("  \n", with: "\n", in: file)
            #expect(ConfigurationLoader.fingerprint(path: files.path) == before)
        }
        try files.write("", to: "rules/empty.yaml")
        #expect(ConfigurationLoader.fingerprint(path: files.path) != before, "a new file is a change too")
    }

    @Test func filesOfEditorsAreNotRead() throws {
        let files = try Depot()
        try files.write("!", to: "config/targets/.first.yaml.swp")
        try files.write("!", to: "config/targets/.hidden.yaml")
        try files.write("!", to: "rules/pace.yaml~")
        #expect(files.load().configuration != nil)
    }
}
