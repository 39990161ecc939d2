import Diagnostics
import TestSeeds
import Testing

@testable import KPIConfiguration
@testable import YAML

/// Whatever is thrown at the reader, it comes back, and everything it says has a place in the file.
struct YAMLFuzzTests {
    private static let pieces: [String] = [
        "a", "任城区", ": ", ":", "- ", "\n", "\n  ", "\n    ", "\t", "{", "}", "[", "]", ", ", "\"", "'", "|", ">", "|2",
        ">-", "|+", "#", " # ", "!", "!a ", "&a ", "*a", "? ", "%", "@", "`", "---\n", "...\n", "\\", "\\x", "\r\n",
        "\r",
        "\u{FEFF}", "\u{85}", "\u{0}", "~", "：", "<<: ", "😀",
    ]

    private func check(_ bytes: [UInt8]) {
        let source = SourceText(name: "fuzz", bytes: bytes)
        let document = YAMLReader.read(source)
        for diagnostic in document.diagnostics {
            let inside = diagnostic.place.map { $0.span.upper <= bytes.count } ?? false
            #expect(inside, "\(diagnostic.id.name) lies outside of \(bytes)")
        }
        let collector = DiagnosticCollector()
        _ = Shape<[ExampleTarget]>.exampleFile.read(document, into: collector)
        _ = DiagnosticRenderer().render(collector.diagnostics)
        if document.root == nil {
            let isSilent = document.diagnostics.isEmpty
            let isEmpty = !bytes.contains { $0 > 0x20 && $0 != UInt8(ascii: "#") }
            #expect(!isSilent || isEmpty || bytes.contains(UInt8(ascii: "#")), "silent about \(bytes)")
        } else if let root = document.root {
            walk(root, in: source)
        }
    }

    private func walk(_ node: YAMLNode, in source: SourceText) {
        #expect(node.span.upper <= source.bytes.count)
        switch node.kind {
        case .scalar(let scalar):
            let decoded = ScalarRuns.decode(scalar)
            #expect(decoded.bytes.elementsEqual(scalar.text.utf8), "\(source.bytes) at \(scalar.place.description)")
            _ = scalar.excerpt.place(Span(0, scalar.text.utf8.count))
        case .sequence(let nodes, _): for node in nodes { walk(node, in: source) }
        case .mapping(let entries, _): for entry in entries { walk(entry.value, in: source) }
        case .unreadable: break
        }
    }

    @Test func randomPiecesAreReadOrRefused() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<3000 {
            let count = Int.random(in: 1...30, using: &random)
            check(Array((0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined().utf8))
        }
    }

    @Test func randomBytesAreReadOrRefused() {
        var random = SeededGenerator(seed: 8)
        for _ in 0..<1000 {
            check((0..<Int.random(in: 0...64, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) })
        }
    }

    @Test func filesWithAFewBytesChangedAreReadOrRefused() throws {
        var random = SeededGenerator(seed: 9)
        let files = try (Golden.all(in: "YAML") + Golden.all(in: "Shapes")).map { try $0.source().bytes }
        for _ in 0..<2000 {
            guard var bytes = files.randomElement(using: &random), !bytes.isEmpty else { continue }
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let at = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[at] = UInt8.random(in: 0x20...0x7E, using: &random)
                case 1: bytes.insert(contentsOf: Array((Self.pieces.randomElement(using: &random) ?? "").utf8), at: at)
                default: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...5, using: &random)))
                }
                if bytes.isEmpty { break }
            }
            check(bytes)
        }
    }
}
