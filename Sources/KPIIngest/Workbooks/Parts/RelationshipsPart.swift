/// Reads a list of relationships.
final class RelationshipsPart: XMLVisitor {
    private(set) var relationships: [Relationship] = []
    private let owner: String
    private let limits: WorkbookLimits

    init(of owner: String, _ limits: WorkbookLimits) {
        self.owner = owner
        self.limits = limits
    }

    func begin(_ element: XMLElement) throws(WorkbookFlaw) -> Bool {
        guard element.depth == 2, element.name == "Relationship", let id = element["Id"], let type = element["Type"],
            let target = element["Target"]
        else { return false }
        guard relationships.count < limits.entries else { throw .limit(.relationships, limits.entries, place: owner) }
        let isInside = element["TargetMode"] != "External"
        relationships.append(
            Relationship(
                id: id, kind: type.split(separator: "/").last.map(String.init) ?? "",
                part: isInside ? Relationship.resolve(target, from: owner) : nil))
        return false
    }

    func end(_ element: String, depth: Int, text: [UInt8]) {}
}
