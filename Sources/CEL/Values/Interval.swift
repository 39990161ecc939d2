/// A CEL `duration`: a signed count of nanoseconds, 292 years either way.
package struct Interval: Sendable, Hashable, Comparable {
    package let nanoseconds: Int64

    package init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// Nil when it is out of range.
    package init?(seconds: Int64, nanoseconds: Int64 = 0) {
        let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, second) = whole.addingReportingOverflow(nanoseconds)
        if overflow || second { return nil }
        self.nanoseconds = sum
    }

    package static func < (a: Interval, b: Interval) -> Bool { a.nanoseconds < b.nanoseconds }

    /// Whole seconds, cut towards zero.
    var seconds: Int64 { nanoseconds / 1_000_000_000 }
}

extension Interval {
    /// Reads `1h30m`, `-1.5s`, `100ms`: decimal numbers, each with a unit, after one sign for them all.
    package init?(_ text: String) {
        var bytes = Array(text.utf8)[...]
        var isNegative = false
        if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            bytes.removeFirst()
        }
        if bytes.elementsEqual("0".utf8) {
            self.init(nanoseconds: 0)
            return
        }
        guard !bytes.isEmpty else { return nil }
        var total: Int64 = 0  // kept negative, since the smallest number has no positive twin
        while !bytes.isEmpty {
            guard let part = Self.part(&bytes) else { return nil }
            let (sum, overflow) = total.subtractingReportingOverflow(part)
            if overflow { return nil }
            total = sum
        }
        if isNegative {
            self.init(nanoseconds: total)
        } else {
            guard total != .min else { return nil }
            self.init(nanoseconds: -total)
        }
    }

    private static func part(_ bytes: inout ArraySlice<UInt8>) -> Int64? {
        var whole: Int64 = 0
        var digits = 0
        while let digit = bytes.first, (0x30...0x39).contains(digit) {
            let (product, overflow) = whole.multipliedReportingOverflow(by: 10)
            let (sum, second) = product.addingReportingOverflow(Int64(digit - 0x30))
            if overflow || second { return nil }
            whole = sum
            digits += 1
            bytes.removeFirst()
        }
        var fraction: Int64 = 0
        var scale: Int64 = 1
        if bytes.first == UInt8(ascii: ".") {
            bytes.removeFirst()
            while let digit = bytes.first, (0x30...0x39).contains(digit) {
                if scale <= 100_000_000_000_000 {  // finer digits are below a nanosecond in every unit
                    fraction = fraction * 10 + Int64(digit - 0x30)
                    scale *= 10
                }
                digits += 1
                bytes.removeFirst()
            }
        }
        guard digits > 0, let unit = unit(&bytes) else { return nil }
        let (product, overflow) = whole.multipliedReportingOverflow(by: unit)
        let part = Int64(Double(fraction) * (Double(unit) / Double(scale)))
        let (sum, second) = product.addingReportingOverflow(part)
        return overflow || second ? nil : sum
    }

    private static func unit(_ bytes: inout ArraySlice<UInt8>) -> Int64? {
        let name = bytes.prefix { !(0x30...0x39).contains($0) && $0 != UInt8(ascii: ".") }
        bytes.removeFirst(name.count)
        return switch String(decoding: name, as: UTF8.self) {
        case "h": 3_600_000_000_000
        case "m": 60_000_000_000
        case "s": 1_000_000_000
        case "ms": 1_000_000
        case "us", "µs", "μs": 1000
        case "ns": 1
        default: nil
        }
    }
}

extension Interval: CustomStringConvertible {
    /// Seconds with as many decimals as it takes: `5400s`, `-0.25s`.
    package var description: String {
        let magnitude = nanoseconds.magnitude
        let whole = magnitude / 1_000_000_000
        let sign = nanoseconds < 0 ? "-" : ""
        return "\(sign)\(whole)\(decimals(Int64(magnitude % 1_000_000_000)))s"
    }
}

/// `.25` for 250 million nanoseconds, nothing for none.
func decimals(_ nanoseconds: Int64) -> String {
    guard nanoseconds > 0 else { return "" }
    var digits = String(nanoseconds + 1_000_000_000).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "." + digits
}
