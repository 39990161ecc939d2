/// Something that counts towards a part of a target: a row of a register, or a reported figure.
struct Happening: Hashable {
    /// What the part is called by whoever told of it; nil where the target has but one.
    let part: String?
    let day: LocalDate
    let amount: Double
    /// What makes two of them one; nil: nothing.
    let distinctness: Cell?
    /// The row also meets what its stage requires; reports are taken at their word.
    var isSufficient = true
}
