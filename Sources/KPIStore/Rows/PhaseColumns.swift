internal import GRDB
internal import KPICore

/// What the phases of an alert hold, each in a column of its own.
struct PhaseColumns {
    private var since: Instant?
    private var pendingSince: Instant?
    private var severitySince: Instant?
    private var escalatedTo: Severity?
    private var recoveringSince: Instant?
    private var firstRef: LocalDate?
    private var lastRef: LocalDate?
    private var periods: Int64?
    private var resolvedAt: Instant?
    private var firedSince: Instant?

    init(_ phase: AlertPhase) {
        switch phase {
        case .inactive: break
        case .pending(let pending):
            since = pending.since
            (firstRef, lastRef, periods) = (pending.firstRef, pending.lastRef, Int64(pending.periods))
        case .firing(let firing): set(firing)
        case .recovering(let recovering):
            set(recovering.firing)
            recoveringSince = recovering.since
            (firstRef, lastRef, periods) = (recovering.firstRef, recovering.lastRef, Int64(recovering.periods))
        case .resolved(let resolved):
            (resolvedAt, firedSince) = (resolved.at, resolved.firedSince)
            (pendingSince, escalatedTo) = (resolved.pendingSince, resolved.escalatedTo)
        }
    }

    private mutating func set(_ firing: AlertPhase.Firing) {
        (since, pendingSince, severitySince) = (firing.since, firing.pendingSince, firing.severitySince)
        escalatedTo = firing.escalatedTo
    }

    /// In the order of ``AlertRow/columns``.
    var arguments: [(any DatabaseValueConvertible)?] {
        [
            since?.stored, pendingSince?.stored, severitySince?.stored, escalatedTo?.rawValue, recoveringSince?.stored,
            firstRef?.description, lastRef?.description, periods, resolvedAt?.stored, firedSince?.stored,
        ]
    }

    init(_ reader: inout RowReader) throws {
        since = try reader.optionalInstant()
        pendingSince = try reader.optionalInstant()
        severitySince = try reader.optionalInstant()
        escalatedTo = try reader.optionalWord()
        recoveringSince = try reader.optionalInstant()
        (firstRef, lastRef) = (try reader.optionalDate(), try reader.optionalDate())
        periods = try reader.optionalInteger()
        (resolvedAt, firedSince) = (try reader.optionalInstant(), try reader.optionalInstant())
    }

    func phase(_ name: AlertPhase.Name, _ severity: Severity?) throws -> AlertPhase {
        if name == .inactive { return .inactive }
        if let severity, let phase = phase(name, severity) { return phase }
        throw UnreadableRow(table: "alert", column: "phase", content: "'\(name.rawValue)' lacks what it must hold")
    }

    private func phase(_ name: AlertPhase.Name, _ severity: Severity) -> AlertPhase? {
        switch name {
        case .inactive: return .inactive
        case .pending:
            guard let since, let firstRef, let lastRef, let periods else { return nil }
            return .pending(
                .init(
                    since: since, severity: severity, firstRef: firstRef, lastRef: lastRef, periods: Int(periods)))
        case .firing: return firing(severity).map { .firing($0) }
        case .recovering:
            guard let firing = firing(severity), let recoveringSince, let firstRef, let lastRef, let periods else {
                return nil
            }
            return .recovering(
                .init(
                    firing: firing, since: recoveringSince, firstRef: firstRef, lastRef: lastRef,
                    periods: Int(periods)))
        case .resolved:
            guard let resolvedAt, let firedSince, let pendingSince else { return nil }
            return .resolved(
                .init(
                    at: resolvedAt, firedSince: firedSince, severity: severity, pendingSince: pendingSince,
                    escalatedTo: escalatedTo))
        }
    }

    private func firing(_ severity: Severity) -> AlertPhase.Firing? {
        guard let since, let pendingSince, let severitySince else { return nil }
        return .init(
            since: since, severity: severity, pendingSince: pendingSince, severitySince: severitySince,
            escalatedTo: escalatedTo)
    }
}
