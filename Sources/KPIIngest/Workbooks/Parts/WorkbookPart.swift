/// Reads the part that lists the sheets.
final class WorkbookPart: XMLVisitor {
    struct Sheet {
        let name: String
        /// Of its relationship.
        let id: String
        let isHidden: Bool
    }

    private(set) var sheets: [Sheet] = []
    private(set) var is1904 = false
    private let limits: WorkbookLimits

    init(_ limits: WorkbookLimits) {
        self.limits = limits
    }

    func begin(_ element: XMLElement) throws(WorkbookFlaw) -> Bool {
        switch (element.depth, element.parent, element.name) {
        case (1, _, let root):
            // A document or a presentation has a main part too.
            guard root == "workbook" else { throw .otherFormat(.other) }
        case (2, _, "workbookPr"): is1904 = element.says("date1904")
        case (3, "sheets", "sheet"):
            guard sheets.count < limits.sheets else { throw .limit(.sheets, limits.sheets, place: "") }
            sheets.append(
                Sheet(
                    name: element["name"] ?? "", id: element.qualified("id") ?? "",
                    isHidden: element["state"].map { $0 != "visible" } ?? false))
        default: break
        }
        return false
    }

    func end(_ element: String, depth: Int, text: [UInt8]) {}
}
