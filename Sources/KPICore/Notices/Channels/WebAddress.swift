/// An address of HTTP. It may hold a key, so it shows itself without what comes after the host.
package struct WebAddress: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
    /// All of it, for sending only.
    package let text: String
    /// Scheme, host and port.
    package let origin: String

    /// Nil when it is not `http://HOST…` or `https://HOST…` in printable ASCII. A name and password before the host
    /// are refused, because addresses end up in logs of other programs.
    package init?(_ text: String) {
        let schemes = ["https://", "http://"]
        guard let scheme = schemes.first(where: { text.hasPrefix($0) }),
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}#".utf8.contains($0) })
        else { return nil }
        let authority = text.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" }
        guard Self.isHost(authority) else { return nil }
        self.text = text
        origin = scheme + authority
    }

    /// Without a slash at its end.
    package var base: String { text.hasSuffix("/") ? String(text.dropLast()) : text }

    package var isEncrypted: Bool { origin.hasPrefix("https:") }

    package var description: String { text.utf8.count > origin.utf8.count + 1 ? origin + "/…" : origin }

    package var customMirror: Mirror { Mirror(self, children: ["origin": origin]) }

    private static func isHost(_ authority: Substring) -> Bool {
        guard !authority.contains("@") else { return false }
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { return false }
            return end > authority.index(after: authority.startIndex)
                && isPort(authority[authority.index(after: end)...])
        }
        let host = authority.prefix { $0 != ":" }
        return !host.isEmpty && isPort(authority.dropFirst(host.count))
    }

    private static func isPort(_ rest: Substring) -> Bool {
        rest.isEmpty || rest.hasPrefix(":") && UInt16(rest.dropFirst()).map { $0 > 0 } ?? false
    }
}

extension WebAddress {
    /// Whether it never leaves the machine.
    var isLoopback: Bool {
        let authority = origin.drop { $0 != "/" }.dropFirst(2)
        let isBracketed = authority.hasPrefix("[")
        let host = authority.prefix { isBracketed ? $0 != "]" : $0 != ":" }
        return Self.isLoopback(host: String(isBracketed ? host.dropFirst() : host))
    }

    static func isLoopback(host: String) -> Bool {
        host == "localhost" || host == "::1"
            || host.hasPrefix("127.") && host.utf8.allSatisfy { "0123456789.".utf8.contains($0) }
    }
}
