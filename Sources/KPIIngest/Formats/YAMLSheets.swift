import Diagnostics
import KPICore
import YAML

/// Reads reports and registers that somebody writes by hand as YAML.
struct YAMLSheets {
    let limits: IntakeLimits

    /// A list of mappings, or a mapping whose `rows` are one; its other entries hold for every row. A mistake in the writing
    /// refuses the row it is in where it can be told which that is, and the whole file otherwise.
    func document(_ bytes: [UInt8]) throws(PlacedRemark) -> SheetText {
        let document = YAMLReader(limits: yamlLimits).read(SourceText(name: "", bytes: bytes))
        let flaws = document.diagnostics.filter { $0.severity == .error }.map(Self.remark)
        guard let root = document.root else { throw flaws.first ?? PlacedRemark(.nothing) }
        let rows: [YAMLNode]
        var shared: [JSON.Member] = []
        switch root.kind {
        case .sequence(let elements, _): rows = elements
        case .mapping(let entries, _):
            guard case .sequence(let elements, _)? = entries.first(where: { $0.key == "rows" })?.value.kind else {
                throw flaws.first ?? PlacedRemark(Self.noRows)
            }
            rows = elements
            shared = entries.filter { $0.key != "rows" }.map(Self.member)
        case .scalar, .unreadable: throw flaws.first ?? PlacedRemark(Self.noRows)
        }
        guard rows.count <= limits.records else {
            throw PlacedRemark(Remark(.tooManyRecords(line: 1, limit: limits.records)))
        }
        var sheet = ObjectSheet(limits: limits)
        for row in rows where !Self.isUnreadable(row) {
            sheet.add(Self.json(row), shared: shared, line: row.place.start.line)
        }
        var text = sheet.sheet()
        text.remarks += flaws
        return text
    }

    /// People write such files; a program that has more to say writes CSV.
    private var yamlLimits: YAMLLimits {
        var own = YAMLLimits()
        own.bytes = min(limits.fileBytes, 16 << 20)
        own.nodes = 1_000_000
        own.depth = 8
        return own
    }

    /// A value of several values is no cell; ``ObjectSheet`` says so.
    private static func json(_ node: YAMLNode) -> JSON {
        switch node.kind {
        case .scalar(let scalar): scalar.isNull ? .null : .string(scalar.text)
        case .sequence, .unreadable: .array([])
        case .mapping(let entries, _): .object(entries.map(member))
        }
    }

    private static func member(_ entry: YAMLEntry) -> JSON.Member { JSON.Member(entry.key, json(entry.value)) }

    /// Of a row that holds what could not be read it is said already why.
    private static func isUnreadable(_ row: YAMLNode) -> Bool {
        switch row.kind {
        case .unreadable: true
        case .mapping(let entries, _): entries.contains { isUnreadable($0.value) }
        case .scalar, .sequence: false
        }
    }

    private static func remark(_ mistake: Diagnostic) -> PlacedRemark {
        let label = mistake.label.isEmpty ? "" : ": \(mistake.label)"
        let words = String((mistake.message + label).prefix(200).map { $0.isNewline ? "⏎" : $0 })
        return PlacedRemark(
            .reject(
                .notYAML, zh: "此处的YAML无法读取（\(words)）：请检查缩进、冒号和引号。",
                en: "this cannot be read as YAML: \(words)."), line: mistake.place?.start.line)
    }

    private static let noRows = Remark.reject(
        .notYAML, zh: "没有数据行：请写成列表，每行一个“- indicator: …”，或把列表放在“rows:”之下。",
        en:
            "there are no rows: write a list of rows, each beginning with '- indicator: …', or put that list under 'rows:'."
    )
}
