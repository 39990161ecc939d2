import Diagnostics
import Foundation
import Testing

@testable import KPICore

/// What people see of every kind of target.
struct KindTableTests {
    private static let looks = [
        StatusTableTests.Case(.en, 80), StatusTableTests.Case(.zh, 80), StatusTableTests.Case(.en, 80, unicode: false),
        StatusTableTests.Case(.zh, 80, colour: true), StatusTableTests.Case(.zh, 50),
    ]

    @Test(arguments: looks) func theTableShowsEveryKind(_ example: StatusTableTests.Case) throws {
        let table = StatusTable(KindsYear.document, alerts: [], example.look)
        try TableGolden.expect(table.text, in: "kinds-\(example.name).txt")
    }

    @Test(arguments: looks) func oneTargetAtLengthShowsItsParts(_ example: StatusTableTests.Case) throws {
        let document = KindsYear.document
        let texts = try document.targets.map { target in
            try #require(TargetDetail(of: target.whole.id, in: document, alerts: [], example.look)).text
        }
        try TableGolden.expect(texts.joined(separator: "\n----\n\n"), in: "kinds-at-length-\(example.name).txt")
    }

    @Test(arguments: Language.allCases, [48, 60, 80, 100])
    func everyKindStaysWithinTheWidth(_ language: Language, _ width: Int) throws {
        let look = TableLook(language: language, width: width)
        let document = KindsYear.document
        let details = document.targets.compactMap {
            TargetDetail(of: $0.whole.id, in: document, alerts: [], look)?.text
        }
        for text in [StatusTable(document, alerts: [], look).text] + details {
            for line in text.split(separator: "\n") { #expect(DisplayWidth.of(line) <= width, "\(line)") }
        }
    }

    /// What a program of this version reads is what it shows, however it came.
    @Test func aDocumentThatWasReadBackLooksTheSame() throws {
        let document = KindsYear.document
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let read = try decoder.decode(StatusDocument.self, from: Data(document.json.pretty.utf8))
        #expect(read == document)
    }
}
