import Diagnostics
import TestSeeds
import Testing

@testable import YAML

struct ScalarRunsTests {
    private static func scalars(in text: String) -> [YAMLScalar] {
        func all(_ node: YAMLNode) -> [YAMLScalar] {
            switch node.kind {
            case .scalar(let scalar): [scalar]
            case .sequence(let nodes, _): nodes.flatMap(all)
            case .mapping(let entries, _): entries.flatMap { all($0.value) }
            case .unreadable: []
            }
        }
        return YAMLReader.read(SourceText(name: "a", text: text)).root.map(all) ?? []
    }

    /// What stands in the file at the place of each byte of the text, as far as it is the same byte; `·` otherwise.
    private static func verbatim(_ scalar: YAMLScalar) -> String {
        let excerpt = scalar.excerpt
        let bytes = Array(scalar.text.utf8).enumerated().map { offset, byte in
            let place = excerpt.place(Span(offset, offset + 1))
            let found = place.span.isEmpty ? nil : place.source.bytes[place.span.lower]
            return found == byte ? byte : UInt8(ascii: "_")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("a: 任 > 1\n", "任 > 1", "任 > 1"),
        ("a: 任\n   > 1\n\n   && 2\n", "任 > 1\n&& 2", "任_> 1\n&& 2"),
        ("a: 'it''s 任'\n", "it's 任", "it's 任"),
        ("a: 'x\n\n\n  y'\n", "x\n\ny", "x\n\ny"),
        (#"a: "q == \"任\" \\ \/""#, #"q == "任" \ /"#, #"q == "任" \ /"#),
        (#"a: "\u4efb\t\x41b\Lc""#, "任\tAb\u{2028}c", "_____b___c"),
        ("a: \"x \\\n   \\ y\\\n\n  z\"\n", "x  y\nz", "x  y\nz"),
        ("a: |\n  任 > 1\n    && 2\n\n", "任 > 1\n  && 2\n", "任 > 1\n  && 2\n"),
        ("a: |+2\n    x\n\n\n", "  x\n\n\n", "  x\n\n\n"),
        ("a: >-\n  x\n  y\n\n  z\n   w\n  v\n", "x y\nz\n w\nv", "x_y\nz\n w\nv"),
        ("a: |-\r\n  x\r\n  y\r\n", "x\ny", "x\ny"),
        ("- - |\n   x\n  - 'y'\n", "x\n", "x\n"),
    ])
    func everyByteLeadsBackToItself(file: String, text: String, verbatim: String) throws {
        let scalar = try #require(Self.scalars(in: file).first)
        #expect(scalar.text == text)
        #expect(Self.verbatim(scalar) == verbatim)
    }

    @Test func aPlaceInAQuotedExpressionIsItsOwn() throws {
        let scalar = try #require(Self.scalars(in: "k: 1\nif: \"区 == \\\"任城\\\" && x\"\n").last)
        let at = try #require(scalar.text.utf8.firstRange(of: Array("x".utf8))?.lowerBound.utf16Offset(in: scalar.text))
        let offset = scalar.text.utf16.prefix(at).reduce(into: 0) { $0 += $1 < 0x80 ? 1 : 3 }
        #expect(scalar.excerpt.place(Span(offset, offset + 1)).start == Position(line: 2, column: 21))
    }

    /// Both decodings agree, and a byte that leads to another byte was folded or escaped.
    @Test func generatedScalarsOfEveryStyleLeadBack() {
        var random = SeededGenerator(seed: 20_210_710)
        var seen: [YAMLScalar.Style: Int] = [:]
        for _ in 0..<4000 {
            let file = Self.file(&random)
            for scalar in Self.scalars(in: file) {
                let decoded = ScalarRuns.decode(scalar)
                guard String(decoding: decoded.bytes, as: UTF8.self) == scalar.text else {
                    Issue.record(
                        "decoded \(decoded.bytes.count) bytes of \(scalar.style) otherwise in \(file.debugDescription)")
                    return
                }
                seen[scalar.style, default: 0] += 1
                let shown = Self.verbatim(scalar)
                let isTrue = zip(shown.utf8, scalar.text.utf8).allSatisfy { shown, meant in
                    shown == meant || meant == UInt8(ascii: " ") || scalar.style == .doubleQuoted
                }
                #expect(isTrue, "\(file.debugDescription)")
            }
        }
        #expect(seen.count == 5 && seen.values.allSatisfy { $0 > 300 }, "\(seen)")
    }

    private static func file(_ random: inout SeededGenerator) -> String {
        func words(_ alphabet: [String]) -> String {
            (0..<Int.random(in: 0...12, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "" }
                .joined()
        }
        let end = Bool.random(using: &random) ? "\n" : "\r\n"
        let common = ["a", "任", " ", "  ", "b>1", "#", "\t", "😀", "!", "&&"]
        let folded = common + ["\(end)  ", "\(end)\(end)  ", " \(end)   "]
        let nest = ["k: ", "- ", "k:\n  - ", "- - ", "k:\n   m: "].randomElement(using: &random) ?? ""
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return nest + "a" + words(folded.map { $0.replacing("\n  ", with: "\n      ") }) + "z\(end)"
        case 1:
            return nest + "'" + words((folded + ["''", "\""]).map { $0.replacing("\n  ", with: "\n      ") })
                + "'\(end)"
        case 2:
            let escapes = [
                "\\n", "\\\"", "\\u4efb", "\\x41", "\\L", "\\ ", "\\\\", "\\\(end)      ", "\\U0001F600", "'",
            ]
            return nest + "\""
                + words((folded + escapes).map { $0.replacing("\n  ", with: "\n      ") }) + "\"\(end)"
        default:
            let style = ["|", ">"].randomElement(using: &random) ?? ""
            let chomping = ["", "-", "+"].randomElement(using: &random) ?? ""
            let lines = (0..<Int.random(in: 0...6, using: &random)).map { _ in
                (Int.random(in: 0..<4, using: &random) == 0 ? "" : "        ") + words(common)
            }
            let last = Bool.random(using: &random) ? end : ""
            return nest + style + chomping + end + lines.joined(separator: end) + last
        }
    }
}
