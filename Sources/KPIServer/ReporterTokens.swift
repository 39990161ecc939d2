/// The tokens by which programs of units make themselves known.
package struct ReporterTokens: Sendable {
    /// What keeps a line from being one.
    package struct Flaw: Error, Sendable, CustomStringConvertible {
        package let line: Int
        package let reason: String

        package var description: String { "line \(line): \(reason)" }
    }

    private let tokens: [(unit: String, token: [UInt8])]

    /// Shorter ones could be guessed.
    private static let shortest = 16

    /// A unit and its token on each line, with spaces between; empty lines and those that begin with # say nothing.
    package init(_ text: String) throws(Flaw) {
        var tokens: [(unit: String, token: [UInt8])] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.split { $0 == " " || $0 == "\t" || $0 == "\r" }
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            guard words.count == 2 else { throw Flaw(line: index + 1, reason: "wants a unit and a token") }
            guard words[1].utf8.count >= Self.shortest else {
                throw Flaw(line: index + 1, reason: "the token is shorter than \(Self.shortest) letters")
            }
            tokens.append((String(first), Array(words[1].utf8)))
        }
        self.tokens = tokens
    }

    /// The unit, as the file calls it, whose token this is. It takes as long whatever is wrong with it.
    func unit(of token: some StringProtocol) -> String? {
        let bytes = Array(token.utf8)
        var found: String?
        for (unit, known) in tokens {
            var difference: UInt8 = known.count == bytes.count ? 0 : 1
            for index in known.indices { difference |= known[index] ^ (index < bytes.count ? bytes[index] : 0) }
            if difference == 0 { found = unit }
        }
        return found
    }
}
