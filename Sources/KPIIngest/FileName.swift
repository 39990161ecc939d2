import KPICore

/// What the name of a file in the inbox says of what is in it.
struct FileName {
    /// In lower case, without the dot.
    let suffix: String
    let register: RegisterID?

    init(_ file: String) {
        let parts = file.split(separator: "/")
        let last = parts.last.map(String.init) ?? ""
        let dot = last.lastIndex(of: ".")
        suffix = dot.map { String(last[last.index(after: $0)...]).lowercased() } ?? ""
        let stem = dot.map { String(last[..<$0]) } ?? last
        register = parts.count >= 2 && parts[parts.count - 2] == "registers" ? RegisterID(stem) : nil
    }

    var isCSV: Bool { suffix == "csv" }
}
