/// Text within an address (RFC 3986).
enum PercentEncoding {
    /// Everything but letters, digits and `-._~` is escaped.
    static func encode(_ text: String) -> String {
        text.utf8.reduce(into: "") { result, byte in
            let scalar = Unicode.Scalar(byte)
            switch scalar {
            case "A"..."Z", "a"..."z", "0"..."9", "-", ".", "_", "~": result.unicodeScalars.append(scalar)
            default: result += "%" + Hexadecimal.encode([byte], uppercase: true)
            }
        }
    }
}

enum Hexadecimal {
    static func encode(_ bytes: some Sequence<UInt8>, uppercase: Bool = false) -> String {
        bytes.reduce(into: "") { text, byte in
            text += (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: uppercase)
        }
    }
}
