/// Something that counts towards a part of a target: a row of a register, or a reported figure.
struct Happening: Hashable {
    /// What the part is called by whoever told of it; nil where none was named.
    let part: String?
    let day: LocalDate
    let amount: Double
    /// What makes two of them one; nil: nothing.
    let distinctness: Cell?
    /// The row also meets what its stage requires; reports are taken at their word.
    var isSufficient = true
}

extension Happening {
    /// Whether it names a part by its id, or by its label in either language.
    func isAbout(_ id: String, _ label: Label) -> Bool {
        part.map { $0 == id || $0 == label.zh || $0 == label.en } ?? false
    }
}
