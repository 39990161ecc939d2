package import KPICore

/// Takes in a file: bytes to observations or register rows, with a finding for everything that is not as it should be.
///
/// The same bytes under the same context, received at the same moment, always give the same intake. Nothing that a file
/// holds stops it.
package struct Intaker: Sendable {
    private let context: IntakeContext
    private let limits: IntakeLimits

    package init(_ context: IntakeContext, limits: IntakeLimits = IntakeLimits()) {
        self.context = context
        self.limits = limits
    }

    /// `file` is the name as it lay in the inbox, with its folder: `registers/NAME.csv` is the register NAME, anything
    /// else a report. `receivedAt` is the moment by the receiving clock, never one that somebody evaluates for.
    package func take(file: String, bytes: [UInt8], receivedAt: Instant) -> Intake {
        let origin = SheetOrigin(file: file, sha256: Digest.sha256(bytes), receivedAt: receivedAt)
        var findings = FindingList(limit: limits.findings)
        let content = read(origin, bytes, into: &findings) ?? .unreadable
        return Intake(
            file: file, sha256: origin.sha256, receivedAt: receivedAt, content: content,
            findings: findings.inReadingOrder(), refused: findings.refused)
    }

    private func read(_ origin: SheetOrigin, _ bytes: [UInt8], into findings: inout FindingList) -> Intake.Content? {
        let name = FileName(origin.file)
        guard name.isCSV else {
            findings.add(.otherFormat(name.suffix), line: nil)
            return nil
        }
        guard bytes.count <= limits.fileBytes else {
            findings.add(.tooLarge(bytes.count, limits.fileBytes), line: nil)
            return nil
        }
        let text: TextDecoding.Text
        do throws(TextDecoding.Flaw) {
            text = try TextDecoding.decode(bytes)
        } catch {
            findings.add(Remark(error), line: error.line)
            return nil
        }
        if text.encoding != .utf8 { findings.add(.decoded(text.encoding), line: nil) }
        var sheet = SheetReader(text.bytes, limits: limits)
        guard let register = name.register else { return reports(origin, &sheet, &findings) }
        guard let schema = context.registers[register] else {
            findings.add(.unknownRegister(register, among: context.registers.keys.sorted()), line: nil)
            return nil
        }
        return self.register(schema, origin, &sheet, &findings)
    }

    private func reports(
        _ origin: SheetOrigin, _ sheet: inout SheetReader, _ findings: inout FindingList
    ) -> Intake.Content? {
        guard let header = sheet.findHeader(for: ReportColumn.sheet, into: &findings) else { return nil }
        let position = { (column: ReportColumn) in header.positions[column.rawValue] }
        guard position(.value) != nil || position(.numerator) != nil && position(.denominator) != nil else {
            findings.add(.noValueColumn, line: sheet.record.line)
            return nil
        }
        var reader = ReportReader(context, origin, header)
        let observations = reader.readAll(&sheet, into: &findings)
        guard sheet.rows > 0 || findings.refused > 0 else {
            findings.add(.noRows, line: nil)
            return nil
        }
        return .reports(observations)
    }

    private func register(
        _ schema: RegisterSchema, _ origin: SheetOrigin, _ sheet: inout SheetReader, _ findings: inout FindingList
    ) -> Intake.Content? {
        let columns = RegisterReader.columns(of: schema)
        guard let header = sheet.findHeader(for: columns, into: &findings) else { return nil }
        var reader = RegisterReader(context, schema, origin, header)
        let rows = reader.readAll(&sheet, into: &findings)
        // An empty snapshot would strike off everything there is.
        guard !rows.isEmpty || findings.refused > 0 else {
            findings.add(.noRows, line: nil)
            return nil
        }
        return .register(schema.id, rows)
    }
}
