import Diagnostics
import Testing

@testable import KPIConfiguration

/// What is told of the mistakes that people make, to the letter, with file, line and column.
struct MistakeTests {
    private func spoilt(_ mistake: Mistake) throws -> Depot {
        let depot = try Depot()
        for edit in mistake.edits { try depot.replace(edit.from, with: edit.to, in: edit.file) }
        return depot
    }

    @Test(arguments: Mistake.inSettings + Mistake.inUnits + Mistake.inCalendarsAndRegisters)
    func organisation(mistake: Mistake) throws {
        let told = try spoilt(mistake).told()
        #expect(!told.isEmpty)
        #expect(try told == Depot.expected(mistake.name, told: told))
    }

    @Test(arguments: Mistake.inTargets)
    func targets(mistake: Mistake) throws {
        let told = try spoilt(mistake).told()
        #expect(!told.isEmpty)
        #expect(try told == Depot.expected(mistake.name, told: told))
    }

    @Test(arguments: Mistake.inStages + Mistake.inParts + Mistake.inGoals + Mistake.inMeasures)
    func kinds(mistake: Mistake) throws {
        let told = try spoilt(mistake).told()
        #expect(!told.isEmpty)
        #expect(try told == Depot.expected(mistake.name, told: told))
    }

    @Test(arguments: Mistake.inRules)
    func rules(mistake: Mistake) throws {
        let told = try spoilt(mistake).told()
        #expect(!told.isEmpty)
        #expect(try told == Depot.expected(mistake.name, told: told))
    }

    @Test(arguments: Mistake.inChannels + Mistake.inRecipients + Mistake.inRoutes)
    func notifications(mistake: Mistake) throws {
        let told = try spoilt(mistake).told()
        #expect(!told.isEmpty)
        #expect(try told == Depot.expected(mistake.name, told: told))
    }

    /// Ten mistakes in seven files are told in one run, each with its place.
    @Test func everyMistakeInEveryFileInOneRun() throws {
        let depot = try spoilt(Mistake.inSeveralFiles)
        let errors = depot.load().diagnostics.filter { $0.severity == .error }
        #expect(errors.count == 10)
        #expect(errors.allSatisfy { $0.place != nil })
        let told = depot.told()
        #expect(try told == Depot.expected(Mistake.inSeveralFiles.name, told: told))
    }

    @Test(arguments: ["config/kpid.yaml", "config/units.yaml", "config/targets", "rules"])
    func whatIsMissingIsNamed(file: String) throws {
        let depot = try Depot()
        try depot.remove(file)
        let (configuration, diagnostics) = depot.load()
        #expect(configuration == nil)
        let noun = file.hasSuffix(".yaml") ? "file" : "folder"
        let errors = diagnostics.filter { $0.severity == .error }
        #expect(errors.map(\.id.name) == ["unreadable-\(noun)"], "and nothing that follows from it")
        #expect(errors[0].message.hasSuffix("/\(file)'"))
        #expect(errors[0].label == "there is no such \(noun)" && errors[0].place == nil)
    }

    @Test func calendarsAndRegistersMayBeMissing() throws {
        let depot = try Depot()
        try depot.remove("config/calendars")
        try depot.replace("calendar: depot\n", with: "", in: "config/kpid.yaml")
        try depot.remove("config/registers.yaml")
        try depot.remove("config/notify.yaml")
        try depot.remove("config/targets/first.yaml")
        try depot.remove("config/targets/third.yaml")
        let (configuration, diagnostics) = depot.load()
        #expect(configuration != nil && diagnostics.isEmpty)
    }

    @Test func aFolderWithoutATargetIsAMistake() throws {
        let depot = try Depot()
        try depot.remove("config/notify.yaml")
        try depot.remove("config/targets/first.yaml")
        try depot.remove("config/targets/second.yaml")
        try depot.remove("config/targets/third.yaml")
        #expect(depot.load().diagnostics.map(\.id) == ["no-targets"])
    }
}
