/// Looks at an archive's list of contents before anything in it is unpacked.
enum ArchiveGate {
    /// The place of every entry by its name in lower case: in a workbook, names that differ only by case are one.
    static func check(
        _ archive: ZipArchive, _ limits: WorkbookLimits
    ) throws(WorkbookFlaw) -> [String: Int] {
        guard archive.count <= limits.entries else { throw .limit(.entries, limits.entries, place: "") }
        var places: [String: Int] = [:]
        for index in 0..<archive.count {
            guard let entry = archive.entry(index) else { throw .damagedArchive }
            guard isSafe(entry.name) else { throw .unsafeName(entry.name) }
            guard !entry.isEncrypted else { throw .encrypted }
            guard places.updateValue(index, forKey: entry.name.lowercased()) == nil else {
                throw .nameTwice(entry.name)
            }
        }
        return places
    }

    /// What the bytes are if they are no archive of a workbook, told by how they begin. libzip would build its list
    /// of however many entries there are, so they are counted before it sees them.
    static func checkBeginning(_ bytes: [UInt8], _ limits: WorkbookLimits) throws(WorkbookFlaw) {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            throw holds(bytes, utf16("EncryptedPackage")) ? .encrypted : .otherFormat(.xls)
        }
        guard bytes.starts(with: [0x50, 0x4B]) else { throw .otherFormat(.unknown) }
        guard count(of: [0x50, 0x4B, 0x01, 0x02], in: bytes, upTo: limits.entries) <= limits.entries else {
            throw .limit(.entries, limits.entries, place: "")
        }
    }

    /// Names that a program which unpacks the archive would write outside its folder. Nobody unpacks it here, but
    /// no spreadsheet makes them either.
    private static func isSafe(_ name: String) -> Bool {
        guard !name.isEmpty, name.utf8.first != UInt8(ascii: "/") else { return false }
        guard !name.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: ":") || $0 < 0x20 }) else {
            return false
        }
        return !name.split(separator: "/").contains { $0 == ".." || $0 == "." }
    }

    private static func utf16(_ text: String) -> [UInt8] {
        text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    }

    private static func holds(_ bytes: [UInt8], _ pattern: [UInt8]) -> Bool {
        count(of: pattern, in: bytes, upTo: 0) > 0
    }

    /// Ends at the first one above the bound.
    private static func count(of pattern: [UInt8], in bytes: [UInt8], upTo bound: Int) -> Int {
        var found = 0
        var position = 0
        while position <= bytes.count - pattern.count, found <= bound {
            if bytes[position] == pattern[0], bytes[position..<position + pattern.count].elementsEqual(pattern) {
                found += 1
            }
            position += 1
        }
        return found
    }
}
