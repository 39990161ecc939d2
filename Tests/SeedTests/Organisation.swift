import Diagnostics
import KPIConfiguration
import KPICore
import KPIIngest

/// An organisation as its files describe it, and the reports and registers it sent.
struct Organisation {
    var catalog: Catalog
    var facts: Facts

    struct NotLoaded: Error {
        let told: String
    }

    /// `path` is that of `kpid.yaml`, seen from the repository unless it is absolute.
    init(_ path: String) throws {
        let path = path.hasPrefix("/") ? path : Repository.path(path)
        let (configuration, diagnostics) = ConfigurationLoader.load(path: path)
        guard let configuration else { throw NotLoaded(told: DiagnosticRenderer().render(diagnostics)) }
        catalog = configuration.catalog
        facts = Facts(catalog.formerNames)
    }

    /// Takes a file as the inbox would, by the real intake.
    mutating func take(_ file: String, _ bytes: [UInt8], received: Instant) throws {
        let intake = Intaker(IntakeContext(catalog)).take(file: file, bytes: bytes, receivedAt: received)
        switch intake.content {
        case .reports(let rows): try rows.forEach { facts.reports.add($0) }
        case .register(_, let rows): for row in rows { facts.registers.add(row) }
        case .unreadable: throw NotLoaded(told: "\(file): \(intake.findings)")
        }
    }

    func assess(_ target: TargetID, asOf: Instant) throws -> TargetAssessment {
        guard let index = catalog.index(of: target) else { throw NotLoaded(told: "no target '\(target)'") }
        return Assessor(catalog, facts, asOf: asOf).assess(index)
    }

    func assess(_ target: TargetID, _ unit: UnitID, asOf: Instant) throws -> Assessment? {
        let whole = try assess(target, asOf: asOf)
        return catalog.units.index(of: unit).flatMap { whole.units[$0] }
    }

    func status(asOf: Instant) -> StatusDocument {
        let state = Evaluator(catalog, facts).advance(EvaluationState(), to: asOf).state
        return StatusDocument(state, catalog, facts, asOf: asOf, health: Self.health)
    }

    static let health = Health(generation: 1, fingerprint: "", lastReload: .init(at: "", ok: true, mistakes: []))
}

func moment(_ text: String) -> Instant {
    guard let instant = Instant(text) else { preconditionFailure("no moment: \(text)") }
    return instant
}

func day(_ text: String) -> LocalDate {
    guard let date = LocalDate(text) else { preconditionFailure("no day: \(text)") }
    return date
}
