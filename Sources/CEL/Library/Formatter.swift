internal import Glibc

/// `"%s of %d".format([a, b])`.
struct Formatter {
    private let pattern: [UInt8]
    private let values: [Value]
    private var index = 0
    private var next = 0
    private var result: [UInt8] = []

    private static let widestPrecision = 1000

    init(_ pattern: String, _ values: [Value]) {
        self.pattern = Array(pattern.utf8)
        self.values = values
    }

    mutating func run(_ context: inout Context) throws(Stop) -> String {
        try context.charge(1 + pattern.count >> 6)
        while index < pattern.count {
            let byte = pattern[index]
            index += 1
            if byte != UInt8(ascii: "%") {
                result.append(byte)
            } else if index < pattern.count, pattern[index] == UInt8(ascii: "%") {
                index += 1
                result.append(byte)
            } else {
                let text = try clause(&context)
                try context.charge(1 + text.utf8.count >> 6)
                result += text.utf8
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private mutating func clause(_ context: inout Context) throws(Stop) -> String {
        let precision = try precision()
        guard index < pattern.count else { throw .failed("a formatting clause ends with '%'") }
        let letter = pattern[index]
        index += 1
        guard "sdfeboxX".utf8.contains(letter) else {
            let sign = String(decoding: pattern[(index - 1)...], as: UTF8.self).prefix(1)
            throw .failed("unknown formatting clause '%\(sign)'")
        }
        guard next < values.count else { throw .failed("no value for formatting clause \(next + 1)") }
        let value = values[next]
        next += 1
        return switch letter {
        case UInt8(ascii: "s"): try FormattedText.string(value, &context)
        case UInt8(ascii: "d"): try decimal(value)
        case UInt8(ascii: "f"): try float(value, "f", precision)
        case UInt8(ascii: "e"): try float(value, "e", precision)
        case UInt8(ascii: "b"): try binary(value)
        case UInt8(ascii: "o"): try radix(value, 8, "octal")
        case UInt8(ascii: "x"): try hexadecimal(value, &context)
        default: try hexadecimal(value, &context).uppercased()
        }
    }

    private mutating func precision() throws(Stop) -> Int {
        guard index < pattern.count, pattern[index] == UInt8(ascii: ".") else { return 6 }
        index += 1
        var number = 0
        while index < pattern.count, pattern[index].isDigit {
            number = min(number * 10 + Int(pattern[index] - 0x30), Self.widestPrecision + 1)
            index += 1
        }
        guard number <= Self.widestPrecision else { throw .failed("a precision is at most \(Self.widestPrecision)") }
        return number
    }

    private func decimal(_ value: Value) throws(Stop) -> String {
        if case .double(let number) = value, !number.isFinite { return plainDecimal(number) }
        return try radix(value, 10, "decimal")
    }

    private func radix(_ value: Value, _ radix: Int, _ name: String) throws(Stop) -> String {
        switch value {
        case .int(let number): String(number, radix: radix)
        case .uint(let number): String(number, radix: radix)
        default: throw .failed("only integers can be formatted as \(name), and this is \(value.kind)")
        }
    }

    private func binary(_ value: Value) throws(Stop) -> String {
        if case .bool(let bool) = value { return bool ? "1" : "0" }
        return try radix(value, 2, "binary")
    }

    private func hexadecimal(_ value: Value, _ context: inout Context) throws(Stop) -> String {
        let bytes: [UInt8]
        switch value {
        case .string(let text): bytes = Array(text.utf8)
        case .bytes(let content): bytes = content.array
        default: return try radix(value, 16, "hexadecimal")
        }
        try context.charge(1 + bytes.count >> 5)
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private func float(_ value: Value, _ letter: String, _ precision: Int) throws(Stop) -> String {
        let number: Double
        switch value {
        case .double(let double): number = double
        case .int(let int): number = Double(int)
        case .uint(let uint): number = Double(uint)
        default: throw .failed("only numbers can be formatted with '%\(letter)', and this is \(value.kind)")
        }
        guard number.isFinite else { return plainDecimal(number) }
        var buffer = [CChar](repeating: 0, count: 400 + precision)
        let count = unsafe withVaList([Int32(precision), number]) { arguments in
            unsafe vsnprintf(&buffer, buffer.count, "%.*\(letter)", arguments)
        }
        return String(decoding: buffer.prefix(max(0, Int(count))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
