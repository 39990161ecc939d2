import KPICore

/// What stands between the fields of a text: a comma, or what some programs write in its place.
enum Separator {
    static let comma = UInt8(ascii: ",")
    private static let others: [UInt8] = [0x09, UInt8(ascii: ";"), UInt8(ascii: "|")]

    /// The sign that stands on most of the first lines, then the one that stands on each of them equally often, then the
    /// one that stands there most; a comma where nothing else is clearly meant. What stands inside quotes does not count.
    static func detect(in bytes: [UInt8]) -> UInt8 {
        let lines = counts(in: bytes)
        func weight(_ sign: UInt8) -> (lines: Int, isEven: Int, count: Int) {
            let found = lines.compactMap { $0[sign] }
            return (found.count, Set(found).count == 1 ? 1 : 0, found.max() ?? 0)
        }
        return others.reduce(comma) { best, sign in weight(sign) > weight(best) ? sign : best }
    }

    /// How often each sign stands on each of the first lines.
    private static func counts(in bytes: [UInt8]) -> [[UInt8: Int]] {
        var lines: [[UInt8: Int]] = [[:]]
        var isQuoted = false
        for byte in bytes.prefix(16_384) {
            if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if isQuoted {
                continue
            } else if byte == 0x0A || byte == 0x0D {
                if lines.count == 10 { break }
                if lines[lines.count - 1] != [:] { lines.append([:]) }
            } else if byte == comma || others.contains(byte) {
                lines[lines.count - 1][byte, default: 0] += 1
            }
        }
        return lines
    }

    static func remark(_ separator: UInt8) -> Remark {
        let names: (zh: String, en: String) =
            switch separator {
            case 0x09: ("制表符", "tabs")
            case UInt8(ascii: ";"): ("分号", "semicolons")
            default: ("竖线", "bars")
            }
        return .note(
            .separator, zh: "各列以\(names.zh)分隔。", en: "the columns are separated by \(names.en).")
    }
}
