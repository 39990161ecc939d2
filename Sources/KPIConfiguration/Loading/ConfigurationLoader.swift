import CEL
package import Diagnostics
import KPICore
import YAML

/// Reads a configuration from its files: everything, or nothing and all that is wrong.
package struct ConfigurationLoader {
    private let files: ConfigurationFiles
    private let collector = DiagnosticCollector()

    /// `path` is that of `kpid.yaml`. Nil comes with at least one error; warnings and notes may come with either.
    package static func load(path: String) -> (configuration: Configuration?, diagnostics: [Diagnostic]) {
        let loader = ConfigurationLoader(files: ConfigurationFiles(path: path))
        let configuration = loader.load()
        let diagnostics = loader.collector.diagnostics.inReadingOrder()
        return (diagnostics.hasErrors ? nil : configuration, diagnostics)
    }

    /// The fingerprint of the files as they are now, right or wrong; nil when `kpid.yaml` itself cannot be read.
    package static func fingerprint(path: String) -> String? {
        let files = ConfigurationFiles(path: path)
        guard let settings = files.settings else { return nil }
        let loader = ConfigurationLoader(files: files)
        let file = Shape<SettingsFile>.settings.read(YAMLReader.read(settings), into: loader.collector)
        return loader.fingerprint(rules: files.rules(file?.rules).files)
    }

    private func load() -> Configuration? {
        collector.report(files.failures)
        let settings = read(files.settings, .settings)
        let units = read(files.units, .unitTree)
        let registers = read(files.registers, .registers) ?? []
        let (rules, areRulesWhole) = telling { readRules(settings?.rules) }
        let policies = unique(rules.policies, by: \.id, "duplicate-policy", "policy")
        let timetable = Timetable(zone: zone(settings), calendar: calendar(settings))
        let language = settings?.settings.language ?? .en
        let ruleNames = areRulesWhole ? rules.rules.map(\.value.id) : nil
        guard let units else {
            // Without units their names cannot be looked up; that the files are well written can be seen.
            for file in files.targets { collector.report(YAMLReader.read(file).diagnostics) }
            _ = readNotifications(language, AlertNames(units: nil, rules: ruleNames, targets: nil))
            _ = readMappings(SheetNames(units: nil, targets: nil))
            return nil
        }
        let reporting = settings?.reporting ?? .unread
        let context = TargetContext(
            units: units, registers: Dictionary(uniqueKeysWithValues: registers.map { ($0.id, $0) }),
            policies: rules.areThere ? policies : nil, reporting: reporting, timetable: timetable)
        let (targets, areWhole) = telling { files.targets.flatMap { read($0, .targets(context)) ?? [] } }
        LineageCheck(targets, areWhole: areWhole).report(to: collector)
        _ = unique(rules.rules, by: \.id, "duplicate-rule", "rule")
        if targets.isEmpty, !collector.hasErrors {
            collector.report("no-targets", "there is no target in 'targets/'", at: nil)
        }
        let lineages = areWhole && files.failures.isEmpty ? try? Lineages.build(targets.map(\.value)).get() : nil
        let notifications = readNotifications(
            language, AlertNames(units: units, rules: ruleNames, targets: lineages))
        let mappings = readMappings(SheetNames(units: units, targets: lineages))
        guard let settings, !collector.hasErrors else { return nil }
        let catalog = Catalog(
            organisation: settings.organisation, timetable: timetable, units: units, targets: targets.map(\.value),
            policies: policies, rules: rules.rules.map(\.value).sorted { $0.id < $1.id },
            registers: context.registers, mappings: mappings, reporting: reporting)
        tryMessages(of: catalog)
        return Configuration(
            settings: settings.settings, catalog: catalog, notifications: notifications,
            fingerprint: fingerprint(rules: rules.files))
    }

    /// Does something, and tells whether it went without a mistake.
    private func telling<Result>(_ body: () -> Result) -> (Result, isWhole: Bool) {
        let mistakes = collector.diagnostics.count { $0.severity == .error }
        let result = body()
        return (result, collector.diagnostics.count { $0.severity == .error } == mistakes)
    }

    /// Writes every message of every rule as for an alert, lest it fails when there is one.
    private func tryMessages(of catalog: Catalog) {
        var trial = MessageTrial(catalog)
        for rule in catalog.rules {
            for failure in trial.failures(of: rule) {
                collector.report(
                    "failing-message", "the message fails for '\(failure.target)': \(failure.error.message)",
                    severity: .warning, at: failure.error.place, label: "something plain would be told instead")
            }
        }
    }

    /// A file that says nothing says that nobody is told.
    private func readNotifications(_ language: Language, _ names: AlertNames) -> NotificationPlan {
        guard let source = files.notifications else { return .silent }
        let document = YAMLReader.read(source)
        if document.root == nil, !document.diagnostics.hasErrors {
            collector.report(document.diagnostics)
            return .silent
        }
        return Shape.notifications(language, names).read(document, into: collector) ?? .silent
    }

    private func readMappings(_ names: SheetNames) -> [SheetMapping] {
        guard let source = files.mappings else { return [] }
        let document = YAMLReader.read(source)
        // A file of nothing but comments has no mappings.
        guard document.root != nil || document.diagnostics.hasErrors else { return [] }
        return Shape.mappings(names).read(document, into: collector) ?? []
    }

    private func read<Value>(_ source: SourceText?, _ shape: Shape<Value>) -> Value? {
        source.flatMap { shape.read(YAMLReader.read($0), into: collector) }
    }

    private func readRules(
        _ folder: Located<String>?
    ) -> (rules: [Located<Rule>], policies: [Located<LightPolicy>], files: [SourceText], areThere: Bool) {
        let (sources, failures) = files.rules(folder)
        collector.report(failures)
        let found: [RulesFile] = sources.compactMap { read($0, .rules) }
        return (found.flatMap(\.rules), found.flatMap(\.policies), sources, failures.isEmpty)
    }

    private func fingerprint(rules: [SourceText]) -> String {
        let single = [files.settings, files.units, files.registers, files.notifications, files.mappings].compactMap {
            $0
        }
        return ConfigurationFiles.fingerprint(single + files.calendars + files.targets + rules)
    }

    private func zone(_ settings: SettingsFile?) -> Zone {
        guard let name = settings?.zone else { return .utc }
        if let zone = ZoneFiles.zone(name.value) { return zone }
        collector.report(
            "unknown-zone", "unknown time zone '\(name.value)'", at: name.place,
            label: "zones are called as in Asia/Shanghai", notes: ["the system's zones come with the package tzdata"])
        return .utc
    }

    private func calendar(_ settings: SettingsFile?) -> WorkCalendar {
        let all = files.calendars.compactMap { read($0, .calendar) }
        var years: [String: [Int: WorkCalendar.Year]] = [:]
        for file in all
        where years[file.calendar.value, default: [:]].updateValue(file.days, forKey: file.year.value) != nil {
            collector.report(
                "duplicate-year", "\(file.calendar.value) has \(file.year.value) twice", at: file.year.place)
        }
        guard let name = settings?.calendar else { return WorkCalendar(name: "weekends") }
        guard let found = years[name.value] else {
            collector.report(
                "unknown-calendar", "unknown calendar '\(name.value)'", at: name.place,
                label: Suggestion.label(for: name.value, in: years.keys.sorted()))
            return WorkCalendar(name: name.value)
        }
        let weekend = all.last { $0.calendar.value == name.value }?.weekend ?? [.sat, .sun]
        return WorkCalendar(name: name.value, weekend: weekend, years: found)
    }

    /// By id; a second one is reported at its place, with that of the first.
    private func unique<Thing, ID>(
        _ things: [Located<Thing>], by id: (Thing) -> Identifier<ID>, _ mistake: Diagnostic.ID, _ noun: String
    ) -> [Identifier<ID>: Thing] {
        var known: [Identifier<ID>: Located<Thing>] = [:]
        for thing in things {
            let id = id(thing.value)
            if let first = known[id] {
                collector.report(
                    mistake, "a second \(noun) '\(id)'", at: thing.place,
                    notes: ["the first is at \(first.place.description)"])
            } else {
                known[id] = thing
            }
        }
        return known.mapValues(\.value)
    }
}
