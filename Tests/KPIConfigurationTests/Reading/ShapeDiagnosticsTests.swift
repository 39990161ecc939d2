import Diagnostics
import Testing
import YAML

@testable import KPIConfiguration

struct ShapeDiagnosticsTests {
    @Test(arguments: Golden.all(in: "Shapes"))
    func everyMistakeIsToldInItsWords(golden: Golden) throws {
        let collector = DiagnosticCollector()
        _ = Shape<[ExampleTarget]>.exampleFile.read(YAMLReader.read(try golden.source()), into: collector)
        #expect(!collector.diagnostics.isEmpty)
        try golden.expect(collector.diagnostics.inReadingOrder())
    }
}
