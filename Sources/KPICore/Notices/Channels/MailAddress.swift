/// A mail address, and the name before it where there is one.
package struct MailAddress: Sendable, Hashable, CustomStringConvertible {
    /// `person@example.org`
    package let text: String
    package let name: String

    /// Nil when it is not `LOCAL@DOMAIN` in the plain ASCII that every mail server takes (RFC 5321, without quoting).
    package init?(_ text: String, name: String = "") {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count <= 64, text.utf8.count <= 254, Self.isLocal(parts[0]),
            Self.isDomain(parts[1]), !name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
        else { return nil }
        (self.text, self.name) = (text, name)
    }

    package var domain: String { String(text.drop { $0 != "@" }.dropFirst()) }

    package var description: String { name.isEmpty ? text : "\(name) <\(text)>" }

    private static func isLocal(_ text: Substring) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.utf8.allSatisfy { isAlphanumeric($0) || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
        }
    }

    private static func isDomain(_ text: Substring) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            !label.isEmpty && label.utf8.count <= 63 && !label.hasPrefix("-") && !label.hasSuffix("-")
                && label.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
        }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
