package import KPICore
package import KPIStore
package import Logging

/// Takes files in, evaluates, commits, publishes: one thing after the other.
///
/// An actor without one `async` method: nothing suspends inside a decision, so nothing can come between its parts. It
/// runs on a queue of its own, where SQLite may block. See <doc:Engine>.
package actor Engine {
    private let executor = EngineExecutor(label: "kpid.engine")
    nonisolated package var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

    let ledger: Ledger
    let archive: IntakeArchive
    let log: TransitionLog
    let parts: EngineParts
    let logger: Logger
    var publisher: Publisher

    var edition: Edition
    var facts: Facts
    var state: EvaluationState
    var telling: TellingState
    /// Wakes those who deliver, by channel.
    var bells: [String: @Sendable () -> Void] = [:]
    var health: Health
    /// What came since the last evaluation that was committed.
    var pending = Evaluator.Change()
    /// What became of whole files since then, by the alerts about them.
    var pendingFiles: [AlertIdentity: OwnAlert.Event] = [:]
    /// What lies in the inbox and cannot be taken, told once.
    var obstacles: Set<InboxScan.Obstacle> = []
    /// What went wrong in the latest round, by what was being done.
    var troubles: [String: Label] = [:]
    /// Rules that were told to fail.
    var failingBefore: Set<RuleID> = []

    /// Opens nothing itself: the ledger and the lock are held by whoever calls.
    package init(
        _ directory: StateDirectory, ledger: Ledger, edition: Edition, loadedAt: Instant, parts: EngineParts,
        logger: Logger
    ) throws {
        self.ledger = ledger
        self.parts = parts
        self.logger = logger
        self.edition = edition
        archive = IntakeArchive(directory)
        log = try TransitionLog(path: directory.alertLog)
        publisher = Publisher(directory)
        let contents = try ledger.load(
            registers: edition.catalog.registers.values, names: edition.catalog.formerNames)
        facts = contents.facts
        // A crash may have come between recording a file and judging by it.
        pending.note(
            contents.freshReports, contents.registerRows.suffix(contents.freshRegisterRows), edition.catalog)
        state = EvaluationState(
            evaluatedThrough: contents.evaluatedThrough, alerts: AlertBook(contents.alerts))
        telling = TellingState(told: contents.told, marks: contents.marks)
        let stamp = loadedAt.stamp(in: edition.catalog.timetable.zone)
        health = Health(
            generation: 1, fingerprint: edition.fingerprint,
            lastReload: Health.Reload(at: stamp, ok: true, mistakes: []),
            lastCommit: contents.evaluatedThrough?.stamp(in: edition.catalog.timetable.zone))
        for intake in contents.freshIntakes {
            let (alert, event) = OwnAlert.event(
                ofFile: intake.file, isRefused: intake.accepted == 0, intake.findings, in: edition.catalog.units)
            pendingFiles[alert] = event
        }
    }
}

extension Engine {
    var currentHealth: Health {
        var health = health
        health.problems =
            troubles.keys.sorted().compactMap { troubles[$0] } + state.failingRules.map(\.words)
            + [state.unwrittenMessages].compactMap { $0 }
        return health
    }

    /// Does something that the world may refuse. What fails is told in the status until it succeeds.
    func attempt(_ what: String, _ body: () throws -> Void) {
        do {
            try body()
            troubles[what] = nil
        } catch {
            if troubles[what] == nil { logger.error("\(what): \(error)") }
            troubles[what] = Label(zh: "\(what)：\(error)", en: "\(what): \(error)")
        }
    }
}
