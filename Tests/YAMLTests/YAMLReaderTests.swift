import Diagnostics
import Testing

@testable import YAML

struct YAMLReaderTests {
    private func root(_ text: String) throws -> YAMLNode {
        let document = YAMLReader.read(SourceText(name: "a.yaml", text: text))
        #expect(document.diagnostics.isEmpty)
        return try #require(document.root)
    }

    private func marked(_ node: YAMLNode) -> String { node.place.source.text(node.span) }

    private func entries(_ node: YAMLNode) -> [YAMLEntry] {
        if case .mapping(let entries, _) = node.kind { entries } else { [] }
    }

    private func items(_ node: YAMLNode) -> [YAMLNode] {
        if case .sequence(let items, _) = node.kind { items } else { [] }
    }

    @Test(arguments: [
        "no", "yes", "on", "10:00", "17:30", "1_000", "0o17", "2021-12-31", "任城区", "a #b", "http://x/y", "-1.5",
    ])
    func aScalarIsWhatIsWritten(text: String) throws {
        let scalar = try #require(entries(root("k: \(text)\n"))[0].value.scalar)
        #expect(scalar.text == (text == "a #b" ? "a" : text))
        #expect(!scalar.isNull)
    }

    @Test func nullIsNothingOrATildeOrItsName() throws {
        let values = entries(try root("a:\nb: ~\nc: null\nd: ''\ne: \"null\"\nf: Null\n")).map(\.value)
        #expect(values.map(\.isNull) == [true, true, true, false, false, false])
        #expect(values[0].span == Span(2, 2), "a value left out stands behind its colon")
    }

    @Test func spansAreBytesOfWhatIsWritten() throws {
        let node = try root("目标:\n  名称: 引进 人才  # 说明\n  列: [一, \"二\"]\n\n  块: |\n    三\n\n  尾: >-\n    四\n    五\n# 完\n")
        #expect(marked(node).hasPrefix("目标:") && marked(node).hasSuffix("五"))
        let inner = entries(entries(node)[0].value)
        #expect(inner.map(\.key) == ["名称", "列", "块", "尾"])
        #expect(inner.map { marked($0.value) } == ["引进 人才", "[一, \"二\"]", "|\n    三", ">-\n    四\n    五"])
        #expect(items(inner[1].value).map(marked) == ["一", "\"二\""])
        #expect(inner[0].keyPlace.start == Position(line: 2, column: 3))
    }

    @Test func whatAHashCutOffIsKept() throws {
        let node = try root("a: x == 任 #1\nb: 'x' # c\nc: y#z\n")
        let scalars = entries(node).compactMap(\.value.scalar)
        #expect(scalars[0].comment.map { node.place.source.text($0) } == "#1")
        #expect(scalars[1].comment == nil && scalars[2].comment == nil)
        #expect(scalars[2].text == "y#z")
    }

    @Test func aFileThatSaysNothingHasNoRoot() {
        for text in ["", "\n", "# 只有说明\n", "---\n..."] {
            let document = YAMLReader.read(SourceText(name: "a", text: text))
            #expect(document.root?.isNull ?? true)
            #expect(document.diagnostics.isEmpty)
        }
    }

    @Test func whatIsRefusedIsUnreadableAndTheRestIsRead() throws {
        let document = YAMLReader.read(SourceText(name: "a", text: "a: *x\nb: > 5\nc: 1\n"))
        #expect(document.diagnostics.map(\.id.name) == ["yaml-alias", "unquoted-value"])
        let values = entries(try #require(document.root)).map(\.value)
        guard case .unreadable = values[0].kind, case .unreadable = values[1].kind else {
            Issue.record("refused values are marked as such")
            return
        }
        #expect(values[2].scalar?.text == "1")
    }

    @Test func limitsAreKept() {
        func ids(_ text: String, _ change: (inout YAMLLimits) -> Void) -> [String] {
            var limits = YAMLLimits()
            change(&limits)
            return YAMLReader(limits: limits).read(SourceText(name: "a", text: text)).diagnostics.map(\.id.name)
        }
        #expect(ids("a: 1\n") { $0.bytes = 4 } == ["too-large"])
        #expect(ids("[1, 2, 3]") { $0.nodes = 3 } == ["too-many-values"])
        #expect(ids("[[[1]]]") { $0.depth = 2 } == ["too-deep"])
        #expect(ids("[[[1]]]") { $0.depth = 3 } == [])
        #expect(ids("a: > 1\nb: > 2\nc: > 3\n") { $0.repairs = 1 } == ["unquoted-value", "unquoted-value"])
        #expect(ids("[*a, *a, *a]") { $0.mistakes = 2 } == ["yaml-alias", "yaml-alias", "too-many-mistakes"])
        #expect(ids(String(repeating: "[", count: 1 << 20)) { _ in } == ["too-deep"])
    }
}
