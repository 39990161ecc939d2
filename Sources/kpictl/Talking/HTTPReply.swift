import KPICore

/// An answer in HTTP/1.1, read as far as kpid's own are: a length that is stated, and a JSON document.
struct HTTPReply {
    let status: Int
    let document: JSON

    /// Nil when it is cut short, or no such answer.
    init?(_ bytes: [UInt8]) {
        guard let end = Self.endOfHead(bytes) else { return nil }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n")
        let words = lines.first?.split(separator: " ", maxSplits: 2) ?? []
        guard words.count >= 2, words[0].hasPrefix("HTTP/1."), let status = Int(words[1]) else { return nil }
        let lengths = lines.dropFirst().compactMap { line -> Int? in
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "content-length" else { return nil }
            return Int(parts[1].drop { $0 == " " })
        }
        let body = bytes[(end + 4)...]
        guard lengths == [body.count], let document = JSON(parsing: String(decoding: body, as: UTF8.self)) else {
            return nil
        }
        (self.status, self.document) = (status, document)
    }

    /// Where the empty line begins that ends the head.
    private static func endOfHead(_ bytes: [UInt8]) -> Int? {
        let mark = Array("\r\n\r\n".utf8)
        return bytes.indices.first { bytes[$0...].starts(with: mark) }
    }
}
