// Parse, check and evaluate whatever libFuzzer thinks of. Nothing may trap or take long; a checked program and an
// unchecked one must agree on what they give.
//
// KPID_FUZZ=1 swift run -c release CELFuzz -max_len=400 -dict=Tests/Fuzz/CEL/cel.dict corpus

import CEL
import Diagnostics
import FuzzDriver

private let variables = [
    Declaration("progress", .double), Declaration("days_left", .int), Declaration("owner", .string),
    Declaration("tags", .list(.string)), Declaration("unit.label", .string), Declaration("m", .map(.string, .int)),
    Declaration("missing", .double), Declaration("at", .timestamp),
]

private func environment(checks: Bool, _ options: Options) -> Environment {
    var options = options
    options.checksTypes = checks
    options.budget = 20_000
    return Environment(variables, options: options)
}

private let rules = environment(checks: true, .rules)
private let checked = environment(checks: true, .standard)
private let unchecked = environment(checks: false, .standard)

private func outcome(_ environment: Environment, _ source: Excerpt, explains: Bool = false) -> Outcome? {
    guard case .success(let program) = environment.compile(source) else { return nil }
    var frame = Frame(environment)
    frame.set(0, double: 0.5)
    frame.set(1, int: 12)
    frame.set(2, string: "泗水县")
    frame.set(3, .list([.string("a"), .string("q1")]))
    frame.set(4, string: "label")
    frame.set(5, .map(MapValue([("a", .int(1)), ("b", .int(2))])))
    frame.setUnknown(6, attribute: "recruits")
    frame.set(7, .timestamp(Timestamp(seconds: 1_600_000_000) ?? Timestamp.distantPast))
    if explains { _ = program.explain(&frame) }
    return program.evaluate(&frame)
}

@_cdecl("CELFuzz_main")
public func main(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    unsafe fuzz(count, arguments) { unsafe testOneInput(input($0, $1)) }
}

private func testOneInput(_ bytes: [UInt8]) -> CInt {
    let source = Excerpt(String(decoding: bytes, as: UTF8.self))
    _ = outcome(rules, source, explains: true)
    guard case .value(let typed)? = outcome(checked, source) else { return 0 }
    guard case .value(let dynamic)? = outcome(unchecked, source) else {
        fatalError("gives \(typed) when checked and nothing when not")  // the finding
    }
    guard typed.description == dynamic.description else {
        fatalError("gives \(typed) when checked and \(dynamic) when not")  // the finding
    }
    return 0
}
