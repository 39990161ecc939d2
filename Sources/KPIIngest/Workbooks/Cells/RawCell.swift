/// A cell as it stands in a sheet's part, before anything is made of it.
struct RawCell {
    let reference: CellReference
    /// `s`, `str`, `inlineStr`, `b`, `e`, `d`, or `n` for a number.
    let type: String
    /// The number of its format; nil where it names none.
    let format: Int?
    var hasFormula = false
    /// An empty one is a value as well: a formula may give an empty text.
    var hasValue = false
    var value: [UInt8] = []
    /// The text of a cell that holds it itself.
    var inline: [UInt8] = []

    init(_ reference: CellReference, _ element: XMLElement) {
        self.reference = reference
        type = element["t"] ?? "n"
        format = element["s"].map { Int($0) ?? -1 }  // which is no format either
    }

    /// A formula's result, where there is a usable one. Nothing is computed here.
    var remarkOnFormula: Remark? {
        guard hasFormula else { return nil }
        if type == "e" { return .formulaFailed(reference, String(decoding: value, as: UTF8.self)) }
        let hasResult = type == "str" ? hasValue : !value.isEmpty || !inline.isEmpty
        return hasResult ? nil : .formulaWithoutResult(reference)
    }
}
