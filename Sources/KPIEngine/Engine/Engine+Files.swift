package import KPICore
import KPIStore
import Logging

extension Engine {
    /// Takes every file of the inbox that is finished. One that cannot be recorded now stays and is tried again.
    ///
    /// - Parameter scan: lists what lies there, with what its caller knows of those who write there.
    /// - Returns: whether anything was taken, so that an evaluation is worth while.
    @discardableResult
    package func takeInbox(receivedAt: Instant, scan: @Sendable () throws -> InboxScan) -> Bool {
        var found = InboxScan()
        attempt("inbox") {
            found = try scan()
            // What somebody took away again is nobody's trouble any more.
            let names = Set(found.files.map { "inbox/\($0.name)" })
            troubles = troubles.filter { !$0.key.hasPrefix("inbox/") || names.contains($0.key) }
        }
        for file in found.files {
            attempt("inbox/\(file.name)") { try take(file, receivedAt: receivedAt) }
        }
        for obstacle in found.obstacles where obstacles.insert(obstacle).inserted {
            logger.warning("\(obstacle.file.name) in the inbox is not taken: \(obstacle.reason.words)")
        }
        obstacles.formIntersection(found.obstacles)
        return !found.files.isEmpty
    }

    /// Recorded first, then moved: a crash in between takes the file once more, and that changes nothing.
    private func take(_ file: InboxFile, receivedAt: Instant) throws {
        guard let content = try file.open() else { return }
        let intake = parts.decode(
            IncomingFile(name: file.name, content: content, receivedAt: receivedAt), edition.catalog, facts)
        guard !content.hasChanged else { return }
        try content.check()
        let recorded: Recorded
        do {
            recorded = try record(intake)
        } catch let error as LedgerError where error.kind == .source && content.hasChanged {
            return  // nothing of it was recorded, and what is there now is looked at next
        }
        let destination: IntakeArchive.Destination = intake.rowCount == 0 ? .quarantine : .accepted
        // A file that is known and not in its place was recorded just before a crash: its receipt is still to come.
        let isInPlace = try archive.holds(file, sha256: intake.sha256, in: destination)
        let isKnown = recorded.isRepetition && isInPlace
        let new = isKnown ? 0 : recorded.intake.added
        let repeated = max(0, intake.rowCount - new)
        let receipt = parts.receipt(intake, new, repeated, edition.catalog)
        _ = try archive.settle(file, sha256: intake.sha256, in: destination, receipt: receipt)
        logger.info(
            "\(file.name): \(new) new rows, \(repeated) known, \(intake.refused) refused",
            metadata: ["file": "\(file.name)", "to": "\(destination.rawValue)"])
    }

    /// Records what a file brought, and remembers it.
    func record(_ intake: Intake) throws -> Recorded {
        var schema: RegisterSchema?
        if case .register(let register, _) = intake.content { schema = edition.catalog.registers[register] }
        var batch = ReportBatch()
        let recorded = try ledger.record(intake, schema: schema, names: edition.catalog.formerNames) { batch.add($0) }
        batch.settle()
        remember(recorded, batch, intake)
        let (alert, event) = OwnAlert.event(
            ofFile: intake.file, isRefused: intake.rowCount == 0, intake.findings, in: edition.catalog.units)
        pendingFiles[alert] = event
        return recorded
    }

    private func remember(_ recorded: Recorded, _ batch: ReportBatch, _ intake: Intake) {
        facts.reports.add(batch)
        for row in recorded.registerRows { facts.registers.add(row) }
        pending.note(batch.corrections, recorded.registerRows[...], edition.catalog)
        // A file that was known brings the findings that it brought then.
        guard !recorded.isRepetition else { return }
        facts.findings.add(intake.findings, of: intake.file, taken: batch)
        pending.note(intake.findings, edition.catalog)
    }
}

extension Evaluator.Change {
    /// Adds what came: a target is corrected as long as nothing but revisions came on it.
    ///
    /// - Parameter reports: of the targets on which reports came, whether they were nothing but revisions.
    mutating func note(_ reports: [TargetID: Bool], _ rows: ArraySlice<RegisterRow>, _ catalog: Catalog) {
        var corrected: [TargetID: Bool] = [:]
        for (target, isCorrection) in reports {
            let target = catalog.formerNames.present(target)
            corrected[target] = (corrected[target] ?? true) && isCorrection
        }
        let registers = Set(rows.map(\.register))
        for target in catalog.targets {
            switch target.source {
            case .reporting where !reports.isEmpty: corrected[target.id] = false
            default: if !registers.isDisjoint(with: target.registers) { corrected[target.id] = false }
            }
        }
        for (target, isCorrection) in corrected {
            if isCorrection, !targets.contains(target) {
                corrections.insert(target)
            } else if !isCorrection {
                corrections.remove(target)
            }
            targets.insert(target)
        }
    }
}

extension Evaluator.Change {
    /// Adds what was found about figures, of rows that were refused too: a light may have come to be in doubt.
    mutating func note(_ findings: [Finding], _ catalog: Catalog) {
        for finding in findings {
            guard finding.bearsOnFigures, let subject = finding.subject else { continue }
            let target = catalog.formerNames.present(subject.key.target)
            if !targets.contains(target) { corrections.remove(target) }
            targets.insert(target)
        }
    }
}
