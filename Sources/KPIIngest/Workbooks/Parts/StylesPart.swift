/// Reads the number formats of cells.
final class StylesPart: XMLVisitor {
    /// By the number that cells name.
    private(set) var formats: [NumberFormat] = []
    private var codes: [Int: NumberFormat] = [:]
    private let limits: WorkbookLimits

    init(_ limits: WorkbookLimits) {
        self.limits = limits
    }

    func begin(_ element: XMLElement) throws(WorkbookFlaw) -> Bool {
        switch (element.depth, element.parent, element.name) {
        case (3, "numFmts", "numFmt"):
            guard codes.count < limits.cellFormats else {
                throw .limit(.cellFormats, limits.cellFormats, place: "")
            }
            guard let id = element["numFmtId"].flatMap({ Int($0) }), let code = element["formatCode"] else { break }
            codes[id] = NumberFormat(code: code)
        case (3, "cellXfs", "xf"):
            guard formats.count < limits.cellFormats else {
                throw .limit(.cellFormats, limits.cellFormats, place: "")
            }
            let id = element["numFmtId"].flatMap { Int($0) } ?? 0
            formats.append(codes[id] ?? NumberFormat(builtIn: id))
        default: break
        }
        return false
    }

    func end(_ element: String, depth: Int, text: [UInt8]) {}
}
