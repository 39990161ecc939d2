// Make text of whatever libFuzzer thinks of. What comes out is UTF-8 without NUL, and UTF-8 comes out as it went in.
//
// KPID_FUZZ=1 swift run -c release EncodingFuzz -max_len=1024 corpus

import FuzzDriver
import KPIIngest

@_cdecl("EncodingFuzz_main")
public func main(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    unsafe fuzz(count, arguments) { unsafe testOneInput(input($0, $1)) }
}

private func testOneInput(_ bytes: [UInt8]) -> CInt {
    guard let text = try? TextDecoding.decode(bytes) else { return 0 }
    guard String(validating: text.bytes, as: UTF8.self) != nil, !text.bytes.contains(0) else {
        fatalError("gives what is no text, out of \(text.encoding)")  // the finding
    }
    if text.encoding == .utf8, !text.bytes.elementsEqual(bytes), !text.bytes.elementsEqual(bytes.dropFirst(3)) {
        fatalError("changes UTF-8")  // the finding
    }
    return 0
}
