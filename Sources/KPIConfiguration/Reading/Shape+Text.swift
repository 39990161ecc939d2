package import Diagnostics
import YAML

extension Shape where Value == String {
    /// Any text with something in it, quoted or not; `2021` and `no` are texts too.
    package static var text: Shape {
        Shape("a text") { field in
            guard let scalar = field.scalar(wanted: "a text") else { return nil }
            guard scalar.text.contains(where: { !$0.isWhitespace }) else {
                return field.refuse("bad-value", "\(field.name) is an empty text")
            }
            return scalar.text
        }
    }

    /// A name by which something is known elsewhere: letters, digits, `.`, `_` and `-`, beginning with a letter or
    /// digit, at most 64 of them.
    package static var identifier: Shape {
        let wanted = "an identifier"
        return Shape(wanted) { field in
            guard let scalar = field.scalar(wanted: wanted) else { return nil }
            let allowed = scalar.text.utf8.allSatisfy { isLetterOrDigit($0) || "._-".utf8.contains($0) }
            guard allowed, scalar.text.utf8.first.map(isLetterOrDigit) ?? false, scalar.text.utf8.count <= 64 else {
                return field.refuse(
                    "bad-value", "\(field.name) wants an identifier, found \(field.found)",
                    label: "use up to 64 of a-z, 0-9, '.', '_' and '-', a letter or digit first")
            }
            return scalar.text
        }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}

extension Shape where Value == Excerpt {
    /// A text that will be looked into, such as a message with `{fields}`.
    package static var excerpt: Shape<Excerpt> {
        Shape("a text") { field in
            guard Shape<String>.text.read(field) != nil else { return nil }
            return field.node.scalar?.excerpt
        }
    }

    /// An expression, to be parsed by whoever asks. Warns where a `#` seems to have cut it short.
    package static var expression: Shape<Excerpt> {
        let wanted = "an expression"
        return Shape(wanted) { field in
            guard let scalar = field.scalar(wanted: wanted) else { return nil }
            guard scalar.text.contains(where: { !$0.isWhitespace }) else {
                return field.refuse("bad-value", "\(field.name) is an empty expression")
            }
            if let comment = scalar.comment { CutExpression(scalar.text, comment).warn(field) }
            return scalar.excerpt
        }
    }
}
