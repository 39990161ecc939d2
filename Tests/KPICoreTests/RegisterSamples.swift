@testable import KPICore

extension Samples {
    /// Needs that are opened, and matched some time.
    static let needs = RegisterSchema(
        id: "needs", label: Label("needs"),
        columns: [.init("id", .text), .init("opened", .date), .init("unit", .unit), .init("matched", .date)],
        key: ["id"], from: "opened", unit: "unit", knownFrom: .column("opened"))

    static func need(
        _ id: String, opened: LocalDate?, in unit: UnitID? = nil, matched: LocalDate? = nil,
        at recorded: Instant = moment("2021-12-31T00:00:00Z")
    ) -> RegisterRow {
        RegisterRow(
            register: "needs", entity: id,
            cells: [
                .text(id), opened.map { .date($0) } ?? .absent, unit.map { .unit($0) } ?? .absent,
                matched.map { .date($0) } ?? .absent,
            ],
            recordedAt: recorded, origin: .init(file: "registers/needs.csv", line: 2, sha256: "00"))
    }
}
