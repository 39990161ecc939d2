/// Separates code from comments and from the contents of string literals, so that a rule never trips over a word
/// in a message. Knows nested comments, raw and multi-line strings and interpolation; not regular-expression literals.
struct SourceSplitter {
    private enum Mode {
        case code(parentheses: Int)
        case string(hashes: Int, quotes: Int)
    }

    private static let marksInStrings = [UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "\n")]

    private let bytes: [UInt8]
    private var position = 0
    private var modes: [Mode] = [.code(parentheses: 0)]
    private var lines: [SourceLine] = []
    private var code: [UInt8] = []
    private var line = SourceLine()

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    mutating func split() -> [SourceLine] {
        while position < bytes.count {
            switch modes.last ?? .code(parentheses: 0) {
            case .code(let parentheses): stepInCode(parentheses)
            case .string(let hashes, let quotes): stepInString(hashes, quotes)
            }
        }
        if !code.isEmpty || !line.comment.isEmpty { endLine() }
        return lines
    }

    private mutating func stepInCode(_ parentheses: Int) {
        switch bytes[position] {
        case UInt8(ascii: "/"):
            if starts("//") { return readLineComment() }
            if starts("/*") { return readBlockComment() }
        case UInt8(ascii: "\""), UInt8(ascii: "#"):
            guard let literal = openingOfString() else { break }
            modes.append(.string(hashes: literal.hashes, quotes: literal.quotes))
            return emit(literal.hashes + literal.quotes)
        case UInt8(ascii: "(") where modes.count > 1: modes[modes.count - 1] = .code(parentheses: parentheses + 1)
        case UInt8(ascii: ")") where parentheses > 1: modes[modes.count - 1] = .code(parentheses: parentheses - 1)
        case UInt8(ascii: ")") where modes.count > 1: modes.removeLast()
        default: break
        }
        emit(1)
    }

    private mutating func stepInString(_ hashes: Int, _ quotes: Int) {
        guard Self.marksInStrings.contains(bytes[position]) else { return blank(1) }
        let marks = String(repeating: "#", count: hashes)
        if starts(String(repeating: "\"", count: quotes) + marks) {
            modes.removeLast()
            return emit(quotes + hashes)
        }
        if starts("\\" + marks + "(") {
            modes.append(.code(parentheses: 1))
            return emit(2 + hashes)
        }
        if bytes[position] == UInt8(ascii: "\n") {
            // A literal that ends at its line's end is broken: the compiler says so, here the next line is code again.
            if quotes == 1 { modes.removeLast() }
            return emit(1)
        }
        blank(starts("\\" + marks) && next(1 + hashes) != UInt8(ascii: "\n") ? 2 + hashes : 1)
    }

    private func openingOfString() -> (hashes: Int, quotes: Int)? {
        var hashes = 0
        while next(hashes) == UInt8(ascii: "#") { hashes += 1 }
        guard next(hashes) == UInt8(ascii: "\"") else { return nil }
        let isLong = next(hashes + 1) == UInt8(ascii: "\"") && next(hashes + 2) == UInt8(ascii: "\"")
        return (hashes, isLong ? 3 : 1)
    }

    private mutating func readLineComment() {
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        line.comment += text
        if !text.hasPrefix("///") { line.hasPlainComment = true }
    }

    private mutating func readBlockComment() {
        var depth = 0
        repeat {
            line.hasPlainComment = true
            if starts("/*") {
                depth += 1
                position += 2
            } else if starts("*/") {
                depth -= 1
                position += 2
            } else if bytes[position] == UInt8(ascii: "\n") {
                emit(1)
            } else {
                line.comment.unicodeScalars.append(Unicode.Scalar(bytes[position]))
                position += 1
            }
        } while depth > 0 && position < bytes.count
    }

    private func next(_ offset: Int) -> UInt8? {
        position + offset < bytes.count ? bytes[position + offset] : nil
    }

    private func starts(_ text: String) -> Bool {
        bytes[position...].starts(with: text.utf8)
    }

    private mutating func emit(_ count: Int) {
        for byte in bytes[position..<min(position + count, bytes.count)] {
            if byte == UInt8(ascii: "\n") { endLine() } else { code.append(byte) }
        }
        position += count
    }

    private func isOutsideWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): false
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...: false
        default: true
        }
    }

    private mutating func blank(_ count: Int) {
        code.append(UInt8(ascii: " "))
        position += count
    }

    private mutating func endLine() {
        line.code = String(decoding: code, as: UTF8.self)
        line.words = Set(line.code.utf8.split(whereSeparator: isOutsideWord).map(Substring.init))
        lines.append(line)
        line = SourceLine()
        code = []
    }
}
