/// A value within an act's document, and where it stands.
struct ActPart {
    private let json: JSON
    private let path: String

    init(_ json: JSON, at path: String = "") {
        (self.json, self.path) = (json, path)
    }

    var unreadable: UnreadableDeed { UnreadableDeed(path: path) }

    func part(_ name: String) -> ActPart {
        ActPart(json[name] ?? .null, at: path.isEmpty ? name : "\(path).\(name)")
    }

    func list(_ name: String) throws(UnreadableDeed) -> [ActPart] {
        guard case .array(let elements) = json[name] else { throw part(name).unreadable }
        return elements.enumerated().map { ActPart($1, at: "\(part(name).path).\($0)") }
    }

    func text() throws(UnreadableDeed) -> String {
        guard let text = json.text else { throw unreadable }
        return text
    }

    func count(_ name: String) throws(UnreadableDeed) -> Int64 {
        guard let number = json[name]?.double, let count = Int64(exactly: number) else { throw part(name).unreadable }
        return count
    }

    func flag(_ name: String) throws(UnreadableDeed) -> Bool {
        guard case .bool(let flag) = json[name] else { throw part(name).unreadable }
        return flag
    }

    func word<Word: RawRepresentable<String>>(_ name: String) throws(UnreadableDeed) -> Word {
        guard let word = json[name]?.text.flatMap(Word.init(rawValue:)) else { throw part(name).unreadable }
        return word
    }

    func moment(_ name: String) throws(UnreadableDeed) -> Instant {
        guard let moment = json[name]?.text.flatMap({ Instant($0) }) else { throw part(name).unreadable }
        return moment
    }

    /// Nil where it is null, or not there.
    func optionalMoment(_ name: String) throws(UnreadableDeed) -> Instant? {
        guard let value = json[name], value != .null else { return nil }
        return try moment(name)
    }

    func alert() throws(UnreadableDeed) -> AlertIdentity {
        AlertIdentity(
            rule: RuleID(try part("rule").text()), target: TargetID(try part("target").text()),
            unit: UnitID(try part("unit").text()), scope: try part("scope").text())
    }
}
