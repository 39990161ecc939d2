// Read whatever libFuzzer thinks of as a report in JSON, in lines of JSON and in YAML. Whatever is refused is told, and the
// same is found twice.
//
// KPID_FUZZ=1 swift run -c release ObjectsFuzz -dict=Tests/Fuzz/Objects/objects.dict -max_len=2048 corpus

import CEL
import FuzzDriver
import KPICore
import KPIIngest

@_cdecl("ObjectsFuzz_main")
public func main(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    unsafe fuzz(count, arguments) { unsafe testOneInput(input($0, $1)) }
}

private let intaker: Intaker = {
    guard case .success(let units) = UnitTree.build([Unit(id: "u", parent: nil, label: Label("u"))]),
        case .success(let lineages) = Lineages.build([])
    else { fatalError("an organisation of one unit is one") }  // the fuzzer's own
    return Intaker(
        IntakeContext(
            units: units, lineages: lineages,
            timetable: Timetable(zone: .utc, calendar: WorkCalendar(name: "weekends"))))
}()

private func testOneInput(_ bytes: [UInt8]) -> CInt {
    for file in ["a.json", "a.ndjson", "a.yaml"] {
        let intake = intaker.take(file: file, bytes: bytes, receivedAt: Instant(milliseconds: 0))
        let isTold = intake.findings.contains { $0.action == .reject }
        guard isTold || intake.refused == 0 && !intake.isRefusedWhole else {
            fatalError("refuses \(file) without a word")  // the finding
        }
        let again = intaker.take(file: file, bytes: bytes, receivedAt: Instant(milliseconds: 0))
        guard again.findings == intake.findings else { fatalError("finds otherwise the second time") }  // the finding
    }
    return 0
}
