import KPICore

/// What the name of a file in the inbox says of what is in it.
struct FileName {
    /// Without folders.
    let name: String
    /// In lower case, without the dot.
    let suffix: String
    let register: RegisterID?
    /// The folder of a unit, `units/UNIT/NAME.csv`, as it is called.
    let unit: String?

    init(_ file: String) {
        let parts = file.split(separator: "/")
        name = parts.last.map(String.init) ?? ""
        let dot = name.lastIndex(of: ".")
        suffix = dot.map { [name] in String(name[name.index(after: $0)...]).lowercased() } ?? ""
        let stem = dot.map { [name] in String(name[..<$0]) } ?? name
        register = parts.count >= 2 && parts[parts.count - 2] == "registers" ? RegisterID(stem) : nil
        unit = parts.count >= 3 && parts[parts.count - 3] == "units" ? String(parts[parts.count - 2]) : nil
    }
}
