import ArgumentParser
import Foundation
import KPICore
import KPIIngest

struct RegisterDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Tell what an upload would change in a register, without sending it.",
        discussion: """
            Examples:
              kpictl register diff events events.csv
              kpictl register diff societies 学会台账.xlsx

            + an entity that is new, - one that would be struck off, ~ a cell that changes. The exit code is 6 if rows \
            would be refused; nothing is struck off then.
            """)

    @OptionGroup var chosen: ChosenRegister

    @Argument(help: "The file as it would be uploaded.")
    var file: String

    func run() throws {
        let sent = try SentFile(file)
        let (schema, catalog, facts) = try chosen.find()
        let intake = Intaker(IntakeContext(catalog, facts: facts)).take(
            file: "registers/\(schema.id).\((sent.name as NSString).pathExtension)", bytes: sent.bytes,
            receivedAt: Instant(Date()))
        let language = chosen.language
        let receipt = Receipt(intake, new: intake.rowCount, repeated: 0, zone: catalog.timetable.zone)
        guard case .register(_, let rows) = intake.content else {
            StandardError.write(receipt.text(in: language, notes: false))
            throw Failure(.refused, zh: "该文件会被整份退回。", en: "the whole file would be refused.")
        }
        let difference = RegisterDifference(
            schema, now: facts.registers.current(schema.id), upload: rows, isWhole: intake.refused == 0)
        print(lines(difference, language).joined(separator: "\n"))
        guard intake.refused == 0 else {
            StandardError.write(receipt.text(in: language, notes: false))
            throw Failure(
                .refused, zh: "有 \(intake.refused) 行会被退回，因此不删除任何条目。",
                en: "\(intake.refused) rows would be refused, so nothing would be struck off.")
        }
    }

    private func lines(_ difference: RegisterDifference, _ language: Language) -> [String] {
        func row(_ sign: String, _ entity: (entity: String, cells: [String])) -> String {
            "\(sign) \(entity.entity)  \(entity.cells.filter { $0 != entity.entity && !$0.isEmpty }.joined(separator: "  "))"
        }
        func shown(_ text: String) -> String { text.isEmpty ? "∅" : text }
        let changes = difference.changed.flatMap { change in
            change.cells.map { "~ \(change.entity)  \($0.column): \(shown($0.now)) → \(shown($0.then))" }
        }
        let counts = (difference.added.count, difference.changed.count, difference.removed.count)
        let summary =
            language == .zh
            ? "新增\(counts.0)，变更\(counts.1)，删除\(counts.2)，不变\(difference.unchanged)"
            : "\(counts.0) added, \(counts.1) changed, \(counts.2) struck off, \(difference.unchanged) as before"
        return difference.added.map { row("+", $0) } + changes + difference.removed.map { row("-", $0) } + [summary]
    }
}
