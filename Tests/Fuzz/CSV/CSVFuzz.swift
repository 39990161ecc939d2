// Read whatever libFuzzer thinks of as comma-separated text, to its end. Reading always ends, never goes back, and gives
// nothing that was not there.
//
// KPID_FUZZ=1 swift run -c release CSVFuzz -max_len=4096 corpus

import FuzzDriver
import KPIIngest

private let limits = IntakeLimits(recordBytes: 2000, fieldBytes: 1000, columns: 50, records: 500)

@_cdecl("CSVFuzz_main")
public func main(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    unsafe fuzz(count, arguments) { unsafe testOneInput(input($0, $1)) }
}

private func testOneInput(_ bytes: [UInt8]) -> CInt {
    for limits in [limits, IntakeLimits()] {
        var reader = CSVReader(bytes, limits: limits)
        var record = reader.makeRecord()
        var line = 0
        var length = 0
        while reader.next(into: &record) {
            guard record.line > line else { fatalError("line \(record.line) after line \(line)") }  // the finding
            line = record.line
            length += record.texts.reduce(0) { $0 + $1.utf8.count }
            _ = record.isBlank
        }
        // What is not UTF-8 may take three bytes for one.
        guard length <= 3 * bytes.count else { fatalError("\(length) bytes out of \(bytes.count)") }  // the finding
        guard !reader.next(into: &record) else { fatalError("goes on after its end") }  // the finding
    }
    return 0
}
