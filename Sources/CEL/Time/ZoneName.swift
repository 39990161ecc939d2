/// A time zone as expressions name it: an IANA name, `UTC`, or an offset such as `+08:00`, `-02:30`, `05:30`.
enum ZoneName {
    static func zone(_ name: String, _ zones: (String) -> Zone?) -> Zone? {
        if name.utf8.elementsEqual("UTC".utf8) { return .utc }
        return offset(name).map { Zone(name: name, first: $0) } ?? zones(name)
    }

    /// Seconds east of UTC.
    private static func offset(_ text: String) -> Int? {
        var bytes = Array(text.utf8)
        var sign = 1
        if let first = bytes.first, first == UInt8(ascii: "+") || first == UInt8(ascii: "-") {
            sign = first == UInt8(ascii: "-") ? -1 : 1
            bytes.removeFirst()
        }
        guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"), let hours = number(bytes[0], bytes[1]),
            let minutes = number(bytes[3], bytes[4]), hours < 24, minutes < 60
        else { return nil }
        return sign * (hours * 3600 + minutes * 60)
    }

    private static func number(_ tens: UInt8, _ ones: UInt8) -> Int? {
        guard tens.isDigit, ones.isDigit else { return nil }
        return Int(tens - 0x30) * 10 + Int(ones - 0x30)
    }
}
