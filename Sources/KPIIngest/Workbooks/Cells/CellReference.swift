/// The place of a cell, as `B5` says it. Rows and columns count from 1.
struct CellReference: Hashable, CustomStringConvertible {
    static let lastRow = 1_048_576
    static let lastColumn = 16_384

    let row: Int
    let column: Int

    init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// Nil where a sheet has no such place.
    init?(_ text: some StringProtocol) {
        var column = 0
        var row = 0
        var digits = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
                guard digits == 0 else { return nil }
                column = column * 26 + Int(byte & 0x1F)
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                row = row * 10 + Int(byte & 0x0F)
                digits += 1
            default: return nil
            }
            guard column <= Self.lastColumn, row <= Self.lastRow else { return nil }
        }
        guard column > 0, row > 0 else { return nil }
        self.init(row: row, column: column)
    }

    var description: String {
        var letters = ""
        var rest = column
        while rest > 0 {
            let letter = UInt8(ascii: "A") + UInt8((rest - 1) % 26)
            letters.insert(Character(Unicode.Scalar(letter)), at: letters.startIndex)
            rest = (rest - 1) / 26
        }
        return letters + String(row)
    }
}
