/// How one part of a workbook names another.
struct Relationship {
    let id: String
    /// The last word of its type, which is the same in both editions of the standard: `worksheet`, `sharedStrings`.
    let kind: String
    /// The part's name, from the top; nil where it lies outside of the workbook or has no such name.
    let part: String?

    /// Where the relationships of a part are listed. Those of the whole workbook belong to a part without a name.
    static func listing(of part: String) -> String {
        let folder = folder(of: part)
        let name = part.split(separator: "/").last ?? ""
        return (folder + ["_rels", name + ".rels"]).joined(separator: "/")
    }

    /// A target is absolute, or counts from the folder of the part that names it. Nil where it leads out of the
    /// workbook.
    static func resolve(_ target: String, from part: String) -> String? {
        var path = target.utf8.first == UInt8(ascii: "/") ? [] : folder(of: part)
        for step in target.split(separator: "/") {
            if step == ".." {
                guard path.popLast() != nil else { return nil }
            } else if step != "." {
                path.append(step)
            }
        }
        return path.isEmpty ? nil : path.joined(separator: "/")
    }

    private static func folder(of part: String) -> [Substring] { part.split(separator: "/").dropLast() }
}
