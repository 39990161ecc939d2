/// Random expressions of a wanted type, over a fixed set of variables. Most of them are well typed; all of them parse.
struct ExpressionGenerator<Source: RandomNumberGenerator> {
    var random: Source

    static var variables: [(name: String, type: Kind)] {
        [("i", .int), ("j", .int), ("d", .double), ("s", .string), ("t", .bool), ("u", .bool), ("l", .list)]
    }

    enum Kind: CaseIterable {
        case bool, int, double, string, list
    }

    private mutating func pick<T>(_ options: [T]) -> T {
        options[Int.random(in: 0..<options.count, using: &random)]
    }

    mutating func expression(_ kind: Kind, depth: Int) -> String {
        if depth <= 0 || Int.random(in: 0..<6, using: &random) == 0 { return leaf(kind) }
        // Now and then a value whose type is only known when it is there.
        if Int.random(in: 0..<8, using: &random) == 0 { return "dyn(\(expression(kind, depth: depth - 1)))" }
        if Int.random(in: 0..<8, using: &random) == 0 {
            let condition = expression(.bool, depth: depth - 1)
            return "(\(condition) ? \(expression(kind, depth: depth - 1)) : \(expression(kind, depth: depth - 1)))"
        }
        return switch kind {
        case .bool: bool(depth - 1)
        case .int: int(depth - 1)
        case .double: double(depth - 1)
        case .string: string(depth - 1)
        case .list: list(depth - 1)
        }
    }

    private mutating func leaf(_ kind: Kind) -> String {
        let names = Self.variables.filter { $0.type == kind }.map(\.name)
        let literals: [String] =
            switch kind {
            case .bool: ["true", "false"]
            case .int: ["0", "1", "-1", "7", "9223372036854775807", "-9223372036854775808"]
            case .double: ["0.0", "1.5", "-2.0", "1e308"]
            case .string: ["''", "'a'", "'泗水'", "'abc'"]
            case .list: ["[]", "[1, 2, 3]", "[0]"]
            }
        return pick(names + literals)
    }

    private mutating func bool(_ depth: Int) -> String {
        let sign = pick(["<", "<=", ">", ">=", "==", "!="])
        let kind = pick([Kind.int, .double, .string])
        let comparison = "(\(expression(kind, depth: depth)) \(sign) \(expression(kind, depth: depth)))"
        let first = expression(.bool, depth: depth)
        let second = expression(.bool, depth: depth)
        return pick([
            comparison, "(\(first) && \(second))", "(\(first) || \(second))", "!\(first)", "(\(first) == \(second))",
            "(\(first) && \(second) && \(comparison))",
            "\(expression(.list, depth: depth)).\(pick(["all", "exists", "exists_one"]))(v, v \(sign) \(expression(.int, depth: depth)))",
            "\(expression(.string, depth: depth)).\(pick(["startsWith", "endsWith", "contains"]))(\(expression(.string, depth: depth)))",
            "(\(expression(.int, depth: depth)) in \(expression(.list, depth: depth)))",
        ])
    }

    private mutating func int(_ depth: Int) -> String {
        let sign = pick(["+", "-", "*", "/", "%"])
        return pick([
            "(\(expression(.int, depth: depth)) \(sign) \(expression(.int, depth: depth)))",
            "-(\(expression(.int, depth: depth)))", "size(\(expression(.string, depth: depth)))",
            "\(expression(.list, depth: depth))[\(expression(.int, depth: 0))]",
            "int(\(expression(.double, depth: depth)))",
            "cel.bind(b, \(expression(.int, depth: depth)), b + b)",
        ])
    }

    private mutating func double(_ depth: Int) -> String {
        let sign = pick(["+", "-", "*", "/"])
        return pick([
            "(\(expression(.double, depth: depth)) \(sign) \(expression(.double, depth: depth)))",
            "double(\(expression(.int, depth: depth)))", "math.abs(\(expression(.double, depth: depth)))",
        ])
    }

    private mutating func string(_ depth: Int) -> String {
        pick([
            "(\(expression(.string, depth: depth)) + \(expression(.string, depth: depth)))",
            "string(\(expression(.int, depth: depth)))", "\(expression(.string, depth: depth)).upperAscii()",
        ])
    }

    private mutating func list(_ depth: Int) -> String {
        pick([
            "[\(expression(.int, depth: depth)), \(expression(.int, depth: depth))]",
            "\(expression(.list, depth: depth)).filter(v, \(expression(.bool, depth: depth)) || v > 1)",
            "\(expression(.list, depth: depth)).map(v, v + \(expression(.int, depth: depth)))",
            "(\(expression(.list, depth: depth)) + \(expression(.list, depth: depth)))",
        ])
    }
}

/// SplitMix64: small, and the same on every machine for a seed.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
