/// The parts of a workbook: XML files in an archive that name each other in files of relationships.
final class OfficePackage {
    let limits: WorkbookLimits
    private let archive: ZipArchive
    private let places: [String: Int]
    private var unpacked = 0

    init(_ bytes: [UInt8], _ limits: WorkbookLimits) throws(WorkbookFlaw) {
        try ArchiveGate.checkBeginning(bytes, limits)
        guard let archive = ZipArchive(bytes) else { throw .damagedArchive }
        self.limits = limits
        self.archive = archive
        places = try ArchiveGate.check(archive, limits)
    }

    func has(_ part: String) -> Bool { places[part.lowercased()] != nil }

    /// Shows a part to a visitor, element by element.
    func read(_ part: String, _ visitor: any XMLVisitor) throws(WorkbookFlaw) {
        guard let index = places[part.lowercased()], let entry = archive.entry(index) else {
            throw .missingPart(part)
        }
        guard entry.isUsualPacking else { throw .packing(part) }
        let reader = XMLReader(part, visitor, limits)
        var size = 0
        let isWhole = try archive.read(index) { chunk throws(WorkbookFlaw) in
            size += chunk.count
            self.unpacked += chunk.count
            try self.check(size, entry, part)
            try reader.feed(chunk)
        }
        guard isWhole else { throw .damagedEntry(part) }
    }

    /// How a part names others; nothing where it names none.
    func relationships(of part: String) throws(WorkbookFlaw) -> [Relationship] {
        let list = Relationship.listing(of: part)
        guard has(list) else { return [] }
        let visitor = RelationshipsPart(of: part, limits)
        try read(list, visitor)
        return visitor.relationships
    }

    private func check(_ size: Int, _ entry: ZipArchive.Entry, _ part: String) throws(WorkbookFlaw) {
        guard size <= limits.entryBytes else { throw .limit(.entryBytes, limits.entryBytes, place: part) }
        guard unpacked <= limits.totalBytes else { throw .limit(.totalBytes, limits.totalBytes, place: part) }
        guard size <= limits.ratioFreeBytes || size / limits.ratio <= entry.packedBytes else {
            throw .limit(.ratio, limits.ratio, place: part)
        }
    }
}
