/// Something odd about a reported figure that is not settled, as `status.json` tells it.
package struct FindingStatus: Sendable, Hashable, Decodable {
    package let indicator: String
    package let unit: String
    package let period: String
    /// Of the figure; empty for the whole.
    package let part: String
    package let code: String
    /// `doubt` or `reject`.
    package let action: String
    package let message: Label
    package let file: String
    package let line: Int?

    init(_ finding: Finding, _ entry: FindingBook.Entry) {
        indicator = entry.key.target.text
        unit = entry.key.unit.text
        period = entry.key.period.description
        part = entry.key.disaggregation
        code = finding.code
        action = finding.action.rawValue
        message = finding.message
        file = entry.file
        line = finding.line
    }

    /// More would make the document unwieldy; the receipts have them all.
    private static let limit = 200

    /// Those about the targets of a catalog, in its order, and how many there are beyond the limit.
    static func open(_ catalog: Catalog, _ facts: Facts, asOf: Instant) -> (listed: [FindingStatus], more: Int) {
        var listed: [FindingStatus] = []
        var more = 0
        for lineage in catalog.lineages.all where facts.findings.speaks(of: lineage.id) {
            for entry in facts.findings.open(on: lineage.id, asOf: asOf) {
                for finding in entry.findings {
                    if listed.count < limit { listed.append(FindingStatus(finding, entry)) } else { more += 1 }
                }
            }
        }
        return (listed, more)
    }

    var json: JSON {
        .object([
            JSON.Member("indicator", .string(indicator)), JSON.Member("unit", .string(unit)),
            JSON.Member("period", .string(period)), JSON.Member("part", .string(part)),
            JSON.Member("code", .string(code)), JSON.Member("action", .string(action)),
            JSON.Member("message", JSON(message)), JSON.Member("file", .string(file)), JSON.Member("line", JSON(line)),
        ])
    }
}
