import CExpat

/// expat over the chunks of a part. All that is unsafe about it stays in this file: the parser is made, used and freed
/// here, and what its callbacks hand over is copied before they return.
///
/// A document type is refused when it begins, so that no entity but the five built-in ones can ever be declared.
@safe
final class XMLReader {
    private let parser: XML_Parser
    private let part: String
    private let visitor: any XMLVisitor
    private let limits: WorkbookLimits
    private var path: [String] = []
    private var text: [UInt8] = []
    /// Of the element whose text is collected.
    private var collectingDepth: Int?
    private var flaw: WorkbookFlaw?
    private var fed = 0

    init(_ part: String, _ visitor: any XMLVisitor, _ limits: WorkbookLimits) {
        guard let parser = unsafe XML_ParserCreateNS(nil, Self.separator) else {
            preconditionFailure("expat makes a parser as long as there is memory")
        }
        unsafe self.parser = parser
        self.part = part
        self.visitor = visitor
        self.limits = limits
        unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        unsafe XML_SetElementHandler(
            parser, { unsafe XMLReader.of($0)?.begin($1, $2) }, { context, _ in unsafe XMLReader.of(context)?.end() })
        unsafe XML_SetCharacterDataHandler(parser) { unsafe XMLReader.of($0)?.take($1, Int($2)) }
        unsafe XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
            guard let reader = unsafe XMLReader.of(context) else { return }
            reader.stop(.doctype(part: reader.part))
        }
    }

    deinit {
        unsafe XML_ParserFree(parser)
    }

    /// An empty chunk is the end.
    func feed(_ chunk: ArraySlice<UInt8>) throws(WorkbookFlaw) {
        let isLast: Int32 = chunk.isEmpty ? 1 : 0
        let status = unsafe chunk.withUnsafeBytes { bytes in
            unsafe XML_Parse(
                parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), isLast)
        }
        if let flaw { throw flaw }
        guard status == XML_STATUS_OK else { throw malformed }
        fed += chunk.count
        let unread = unsafe fed - Int(XML_GetCurrentByteIndex(parser))
        guard isLast == 1 || unread <= limits.tagBytes else { throw .limit(.tagBytes, limits.tagBytes, place: part) }
    }

    /// Between a namespace and a name. It cannot stand in either.
    private static let separator: CChar = 0x0A

    private static func of(_ context: UnsafeMutableRawPointer?) -> XMLReader? {
        unsafe context.map { unsafe Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
    }

    private var malformed: WorkbookFlaw {
        let reason = unsafe XML_ErrorString(XML_GetErrorCode(parser)).map { unsafe String(cString: $0) }
        return unsafe .malformed(
            part: part, line: Int(clamping: XML_GetCurrentLineNumber(parser)), reason: reason ?? "unknown")
    }

    private func stop(_ flaw: WorkbookFlaw) {
        // expat may still call after it was stopped, and the first flaw is the one to tell.
        if self.flaw == nil { self.flaw = flaw }
        unsafe _ = XML_StopParser(parser, XML_Bool(XML_FALSE))
    }

    private func begin(
        _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) {
        guard flaw == nil, let name = unsafe name else { return }
        guard path.count < limits.depth else { return stop(.limit(.depth, limits.depth, place: part)) }
        let element = unsafe XMLElement(
            name: Self.local(name).text, parent: path.last ?? "", depth: path.count + 1,
            attributes: Self.read(attributes))
        path.append(element.name)
        do throws(WorkbookFlaw) {
            guard try visitor.begin(element), collectingDepth == nil else { return }
            collectingDepth = path.count
            text.removeAll(keepingCapacity: true)
        } catch {
            stop(error)
        }
    }

    private func take(_ start: UnsafePointer<CChar>?, _ count: Int) {
        guard flaw == nil, let start = unsafe start, collectingDepth == path.count else { return }
        guard text.count + count <= limits.cellBytes else {
            return stop(.limit(.cellBytes, limits.cellBytes, place: part))
        }
        unsafe start.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
            unsafe text.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
        }
    }

    private func end() {
        guard flaw == nil, let name = path.last else { return }
        let depth = path.count
        let isWanted = collectingDepth == depth
        if isWanted { collectingDepth = nil }
        path.removeLast()
        do throws(WorkbookFlaw) {
            try visitor.end(name, depth: depth, text: isWanted ? text : [])
        } catch {
            stop(error)
        }
    }

    /// Names and values in turn, nil at the end.
    private static func read(
        _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) -> [XMLElement.Attribute] {
        guard var next = unsafe attributes else { return [] }
        var list: [XMLElement.Attribute] = []
        while let name = unsafe next[0], let value = unsafe next[1] {
            let (text, isQualified) = unsafe local(name)
            list.append(.init(name: text, value: unsafe String(cString: value), isQualified: isQualified))
            unsafe next += 2
        }
        return list
    }

    private static func local(_ name: UnsafePointer<CChar>) -> (text: String, isQualified: Bool) {
        var start = unsafe name
        var end = unsafe name
        while unsafe end.pointee != 0 {
            if unsafe end.pointee == separator { unsafe start = end + 1 }
            unsafe end += 1
        }
        return unsafe (String(cString: start), start != name)
    }
}
