/// Reads a compiled time zone (RFC 8536), as the system keeps them under `/usr/share/zoneinfo`.
package enum TZif {
    /// Nil when the bytes are not a TZif file.
    package static func zone(name: String, bytes: [UInt8]) -> Zone? {
        var reader = Reader(bytes: bytes)
        guard let old = reader.header() else { return nil }
        guard old.version >= UInt8(ascii: "2") else { return reader.body(old, name: name, timeSize: 4, rule: nil) }
        guard reader.skip(old.bodySize(timeSize: 4)), let new = reader.header() else { return nil }
        let body = reader.offset
        guard reader.skip(new.bodySize(timeSize: 8)) else { return nil }
        let rule = POSIXZone.parse(reader.footer())
        reader.offset = body
        return reader.body(new, name: name, timeSize: 8, rule: rule)
    }

    private struct Header {
        let version: UInt8
        let counts: [Int]  // isut, isstd, leap, time, type, char

        func bodySize(timeSize: Int) -> Int {
            counts[3] * (timeSize + 1) + counts[4] * 6 + counts[5] + counts[2] * (timeSize + 4) + counts[1] + counts[0]
        }
    }

    private struct Reader {
        let bytes: [UInt8]
        var offset = 0

        mutating func skip(_ count: Int) -> Bool {
            offset += count
            return offset <= bytes.count
        }

        mutating func header() -> Header? {
            guard offset + 44 <= bytes.count, Array(bytes[offset..<offset + 4]) == Array("TZif".utf8) else {
                return nil
            }
            let version = bytes[offset + 4]
            let counts = (0..<6).map { Int(integer(at: offset + 20 + $0 * 4, size: 4)) }
            offset += 44
            guard counts.allSatisfy({ (0...100_000).contains($0) }), counts[4] > 0 else { return nil }
            return Header(version: version, counts: counts)
        }

        func integer(at offset: Int, size: Int) -> Int64 {
            var value: Int64 = bytes[offset] & 0x80 != 0 ? -1 : 0
            for byte in bytes[offset..<offset + size] { value = value << 8 | Int64(byte) }
            return value
        }

        mutating func body(_ header: Header, name: String, timeSize: Int, rule: YearlyRule?) -> Zone? {
            guard offset + header.bodySize(timeSize: timeSize) <= bytes.count else { return nil }
            let count = header.counts[3]
            let kinds = offset + count * timeSize
            let types = kinds + count
            func shift(_ kind: Int) -> Int { Int(integer(at: types + kind * 6, size: 4)) }
            var changes: [Zone.Change] = []
            changes.reserveCapacity(count)
            for index in 0..<count {
                let kind = Int(bytes[kinds + index])
                guard kind < header.counts[4] else { return nil }
                let at = integer(at: offset + index * timeSize, size: timeSize)
                changes.append(Zone.Change(at: at, offset: shift(kind)))
            }
            return Zone(name: name, first: shift(0), changes: changes, rule: rule)
        }

        func footer() -> ArraySlice<UInt8> {
            guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") else { return [] }
            return bytes[(offset + 1)...].prefix { $0 != UInt8(ascii: "\n") }
        }
    }
}
