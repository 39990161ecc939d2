// Read whatever libFuzzer thinks of as a number. A number has bounds that are finite and in order.
//
// KPID_FUZZ=1 swift run -c release ValueFuzz -max_len=60 corpus

import FuzzDriver
import KPICore
import KPIIngest

@_cdecl("ValueFuzz_main")
public func main(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    unsafe fuzz(count, arguments) { unsafe testOneInput(input($0, $1)) }
}

private func testOneInput(_ bytes: [UInt8]) -> CInt {
    let text = String(decoding: bytes, as: UTF8.self)
    for unit in ["", "人", "%"] {
        guard case .value(let reading) = ValueReader.read(text, measureUnit: unit) else { continue }
        let bounds = [reading.quantity.lower, reading.quantity.upper].compactMap { $0 }
        guard !bounds.isEmpty, bounds.allSatisfy(\.isFinite), bounds == bounds.sorted(), reading.step > 0 else {
            fatalError("reads \(bounds) with steps of \(reading.step)")  // the finding
        }
    }
    return 0
}
