package import KPICore

/// Takes in a file: bytes to observations or register rows, with a finding for everything that is not as it should be.
///
/// The same bytes under the same context, received at the same moment, always give the same intake. Nothing that a file
/// holds stops it.
package struct Intaker: Sendable {
    let context: IntakeContext
    private let limits: IntakeLimits
    private let watcher: IntakeProgress.Watcher?

    /// - Parameter watcher: told how far a file has been read.
    package init(
        _ context: IntakeContext, limits: IntakeLimits = IntakeLimits(), watcher: IntakeProgress.Watcher? = nil
    ) {
        self.context = context
        self.limits = limits
        self.watcher = watcher
    }

    /// `file` is the name as it lay in the inbox, with its folder: `registers/NAME.csv` is the register NAME,
    /// `units/UNIT/NAME.csv` a report by a unit on itself, anything else a report. `receivedAt` is the moment by the
    /// receiving clock, never one that somebody evaluates for.
    ///
    /// - Parameter reporter: whose report it is known to be, as by a token; a unit's folder says so of itself.
    package func take(file: String, bytes: [UInt8], receivedAt: Instant, reporter: UnitID? = nil) -> Intake {
        take(file: file, HeldContent(bytes), receivedAt: receivedAt, reporter: reporter)
    }

    /// The same of a file that need not be held in memory. Whoever calls asks the content afterwards whether it could be
    /// read, and was the same all the time; when the rows of reports are read again, that is asked here.
    package func take(
        file: String, _ bytes: some FileContent, receivedAt: Instant, reporter: UnitID? = nil
    ) -> Intake {
        let origin = SheetOrigin(
            file: file, sha256: Digest.sha256(bytes), receivedAt: receivedAt, reporter: reporter)
        var findings = FindingList(limit: limits.findings)
        let content = read(origin, bytes, into: &findings) ?? .unreadable
        return Intake(
            file: file, sha256: origin.sha256, receivedAt: receivedAt, content: content,
            findings: findings.inReadingOrder(), refused: findings.refused)
    }

    private func read(
        _ origin: SheetOrigin, _ bytes: some FileContent, into findings: inout FindingList
    ) -> Intake.Content? {
        let name = FileName(origin.file)
        var origin = origin
        if let unit = name.unit {
            guard let found = context.units.index(named: unit).map({ context.units.units[$0].id }) else {
                findings.add(.unknownFolder(unit), line: nil)
                return nil
            }
            origin.reporter = found
        }
        guard let format = FileFormat(suffix: name.suffix) else {
            findings.add(.otherFormat(name.suffix), line: nil)
            return nil
        }
        guard bytes.size <= limits.fileBytes else {
            findings.add(.tooLarge(bytes.size, limits.fileBytes), line: nil)
            return nil
        }
        let sheets: [SheetText]
        do throws(PlacedRemark) {
            sheets = try SheetDecoding(limits: limits).sheets(format, bytes)
        } catch {
            findings.add(error.remark, line: error.line)
            return nil
        }
        guard let register = name.register else {
            return reports(name, origin, sheets, &findings).map { rows in
                .reports(
                    ReportRows(count: rows.count) { each in
                        try rows.forEach(each)
                        try bytes.check()
                    })
            }
        }
        guard let schema = context.registers[register] else {
            findings.add(.unknownRegister(register, among: context.registers.keys.sorted()), line: nil)
            return nil
        }
        return self.register(schema, origin, sheets, &findings)
    }

    private func reports(
        _ name: FileName, _ origin: SheetOrigin, _ sheets: [SheetText], _ findings: inout FindingList
    ) -> ReportRows? {
        var reader = ReportReader(context, limits, origin, watch(origin, .recording))
        let watched = watch(origin, .reading).map { watch in sheets.map { $0.watched(by: watch) } }
        let found = ReportSheets(context, limits, name, origin.reporter)
            .read(watched ?? sheets, with: &reader, into: &findings)
        guard found else { return nil }
        return reader.finish(into: &findings)
    }

    private func watch(_ origin: SheetOrigin, _ stage: IntakeProgress.Stage) -> TextSource.Watcher? {
        guard let watcher else { return nil }
        return { watcher(IntakeProgress(file: origin.file, stage: stage, done: $0, size: $1)) }
    }

    /// A register is in the first sheet that has its columns.
    private func register(
        _ schema: RegisterSchema, _ origin: SheetOrigin, _ sheets: [SheetText], _ findings: inout FindingList
    ) -> Intake.Content? {
        var first: FindingList?
        for hidden in sheets where hidden.isHidden { findings.add(hidden.remarks.filter { $0.line == nil }) }
        for sheet in sheets where !sheet.isHidden {
            var trial = findings
            trial.add(sheet.remarks)
            var reader = SheetReader(sheet, limits: limits)
            guard let (_, header) = reader.findHeader(for: [RegisterReader.header(of: schema)], into: &trial) else {
                first = first ?? trial
                continue
            }
            findings = trial
            var register = RegisterReader(context, schema, origin, header)
            let rows = register.readAll(&reader, into: &findings)
            // An empty snapshot would strike off everything there is.
            guard !rows.isEmpty || findings.refused > 0 else {
                findings.add(.noRows, line: nil)
                return nil
            }
            return .register(schema.id, rows)
        }
        findings = first ?? findings
        return nil
    }
}
