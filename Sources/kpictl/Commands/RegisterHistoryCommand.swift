import ArgumentParser
import KPICore

struct RegisterHistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "How an entity of a register came to be as it is.",
        discussion: """
            Examples:
              kpictl register history societies SOC-012
              kpictl register history milestones party.plan/
            """)

    @OptionGroup var chosen: ChosenRegister

    @Argument(help: "The entity's key; parts of a key joined by a slash.")
    var entity: String

    func run() throws {
        let (schema, catalog, facts) = try chosen.find()
        let versions = facts.registers.versions(of: entity.replacing("/", with: "\u{1F}"), in: schema.id)
        guard !versions.isEmpty else {
            throw Failure(
                .notFound, zh: "台账“\(schema.id)”里没有“\(entity)”。", en: "the register '\(schema.id)' has no '\(entity)'.")
        }
        let language = chosen.language
        var before: [Cell]?
        for version in versions {
            let stamp = version.recordedAt.stamp(in: catalog.timetable.zone)
            let place = "\(version.origin.file):\(version.origin.line)"
            print("\(stamp)  \(place)  \(words(version.cells, before, schema, language))")
            before = version.cells
        }
    }

    private func words(_ cells: [Cell]?, _ before: [Cell]?, _ schema: RegisterSchema, _ language: Language) -> String {
        guard let cells else { return language == .zh ? "已删除" : "struck off" }
        let changes = zip(schema.columns, cells).enumerated().compactMap { place, pair -> String? in
            let (column, cell) = pair
            guard before.map({ $0[place] != cell }) ?? (cell != .absent) else { return nil }
            return "\(column.name): \(cell == .absent ? "∅" : cell.text)"
        }
        return changes.joined(separator: ", ")
    }
}
