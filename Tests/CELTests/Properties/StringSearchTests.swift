import Foundation
import Testing

@testable import CEL

/// Looking for a string within another finds the first place there is, whichever way it is looked for.
struct StringSearchTests {
    private static let seed =
        ProcessInfo.processInfo.environment["CEL_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0..<1 << 32)

    private func firstPlace(of part: String, in text: String, from start: Int) -> Int? {
        let bytes = Array(text.utf8)
        let wanted = Array(part.utf8)
        guard start + wanted.count <= bytes.count else { return nil }
        return (start...bytes.count - wanted.count).first { bytes[$0...].starts(with: wanted) }
    }

    @Test func theFirstPlaceIsFound() {
        print("seed \(Self.seed); CEL_SEED repeats a run")
        var random = SeededGenerator(state: Self.seed)
        for _ in 0..<2000 {
            let text = text(Int.random(in: 0...120, using: &random), &random)
            let length = Int.random(in: 0...40, using: &random)
            let isPart = Bool.random(using: &random)
            let part = isPart ? String(text.suffix(length).prefix(max(0, length - 2))) : self.text(length, &random)
            let start = Int.random(in: 0...max(0, text.utf8.count), using: &random)
            #expect(
                text.firstOccurrence(of: part, from: start) == firstPlace(of: part, in: text, from: start),
                "\(part) in \(text) from \(start)")
        }
    }

    private func text(_ length: Int, _ random: inout SeededGenerator) -> String {
        String((0..<length).map { _ in Bool.random(using: &random) ? "a" : "县" })
    }
}
