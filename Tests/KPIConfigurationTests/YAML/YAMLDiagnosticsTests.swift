import Diagnostics
import Testing

@testable import YAML

struct YAMLDiagnosticsTests {
    @Test(arguments: Golden.all(in: "YAML"))
    func everyMistakeIsToldInItsWords(golden: Golden) throws {
        let document = YAMLReader.read(try golden.source())
        #expect(!document.diagnostics.isEmpty)
        try golden.expect(document.diagnostics)
    }
}
