// Nanoseconds and allocations per evaluation of compiled expressions, the least of several rounds, beside a plain Swift
// closure that computes the same. Run with: KPID_BENCHMARKS=1 swift run -c release CELBenchmarks
//
// Fails when a row is slower than it may be, or allocates where it may not.

import CAllocations
import CEL
import Diagnostics
import Glibc

@main
enum CELBenchmarks {
    static func main() {
        let chosen = CommandLine.arguments.dropFirst()
        var isWithinLimits = true
        for row in rows where chosen.isEmpty || chosen.contains(row.name) {
            isWithinLimits = run(row, only: chosen.first { $0.count > 1 }) && isWithinLimits
        }
        if !isWithinLimits { exit(1) }
    }
}

let clock = ContinuousClock()

/// The least time a round took, per call. Rounds are short, so that some of them go undisturbed on a busy machine.
func nanoseconds(rounds: Int = 400, calls: Int = 4000, _ body: () -> Void) -> Double {
    var least = Duration.seconds(1000)
    for _ in 0..<rounds {
        let took = clock.measure {
            for _ in 0..<calls { body() }
        }
        least = min(least, took)
    }
    return Double(least.components.attoseconds) / 1e9 / Double(calls) + Double(least.components.seconds) * 1e9
        / Double(calls)
}

/// How often memory is asked for in each of many calls, on average.
func allocations(calls: Int = 1000, _ body: () -> Void) -> Double {
    body()  // what is made once and kept is not counted
    let before = allocation_count()
    for _ in 0..<calls { body() }
    return Double(allocation_count() - before) / Double(calls)
}

/// Keeps the optimiser from seeing through a value.
@inline(never)
func opaque<T>(_ value: T) -> T { value }

struct Row: Sendable {
    let name: String
    let source: String
    let variables: [(String, ValueType, Value)]
    /// Nanoseconds of an evaluation, at most.
    let target: Double?
    var mayAllocate = true
    /// Microseconds of a compilation, at most.
    var compileTarget: Double?
    let floor: @Sendable () -> Bool
}

/// `only` leaves parts out, for profilers: `evaluate A`, `compile A`. False when the row is not within its limits.
func run(_ row: Row, only part: String? = nil, options: Options = .standard) -> Bool {
    var sink = 0
    let environment = Environment(row.variables.map { Declaration($0.0, $0.1) }, options: options)
    guard case .success(let program) = environment.compile(Excerpt(row.source), as: .bool) else {
        print("\(row.name): does not compile")
        return false
    }
    var frame = Frame(environment)
    for (slot, variable) in row.variables.enumerated() { frame.set(slot, variable.2) }
    let evaluated = part == "compile" ? 0 : nanoseconds { sink &+= program.evaluateBool(&frame).number }
    let allocated = part == "compile" ? 0 : allocations { sink &+= program.evaluateBool(&frame).number }
    let floor = part != nil ? 0 : nanoseconds { sink &+= row.floor() ? 1 : 2 }
    let source = Excerpt(row.source)
    let compiled =
        part == "evaluate"
        ? 0
        : nanoseconds(rounds: 60, calls: 50) {
            if case .success(let program) = environment.compile(source, as: .bool) { sink &+= program.reads.count }
        } / 1000
    func shown(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }
    func most(_ number: Double?) -> String { number.map { " (at most \(shown($0)))" } ?? "" }
    print(
        "\(row.name): \(shown(evaluated)) ns\(most(row.target)), closure \(shown(floor)) ns,",
        "\(shown(allocated)) allocations\(row.mayAllocate ? "" : " (at most 0)"),",
        "compile \(shown(compiled)) µs\(most(row.compileTarget))")
    print("   \(row.source)\(sink == 1 ? " " : "")")
    return evaluated <= row.target ?? .infinity && (row.mayAllocate || allocated == 0)
        && compiled <= row.compileTarget ?? .infinity
}

extension Truth {
    /// Something to add up, so that nothing is left out as unused.
    @inline(__always)
    var number: Int {
        switch self {
        case .true: 1
        case .false: 2
        case .unknown, .failed: 3
        }
    }
}

let progress = opaque(0.5)
let pace = opaque(0.7)
let daysLeft = opaque(12 as Int64)
let owner = opaque("unit-a")
let x = opaque(12 as Int64)
let y = opaque(5 as Int64)
let z = opaque(9 as Int64)
let tags = opaque(["alpha", "beta", "gamma", "delta", "q3"])
let vals = opaque((1...10).map { Double($0) })

let rows = [
    Row(
        name: "A", source: #"progress < pace - 0.1 && days_left <= 30 && owner != """#,
        variables: [
            ("progress", .double, .double(progress)), ("pace", .double, .double(pace)),
            ("days_left", .int, .int(daysLeft)), ("owner", .string, .string(owner)),
        ], target: 50, mayAllocate: false, compileTarget: 10,
        floor: { opaque(progress) < opaque(pace) - 0.1 && opaque(daysLeft) <= 30 && opaque(owner) != "" }),
    Row(
        name: "B", source: #"tags.exists(t, t.startsWith("q")) && vals.all(v, v > 0.0)"#,
        variables: [
            ("tags", .list(.string), .list(tags.map(Value.string))),
            ("vals", .list(.double), .list(vals.map(Value.double))),
        ], target: 250,
        floor: { opaque(tags).contains { $0.hasPrefix("q") } && opaque(vals).allSatisfy { $0 > 0 } }),
    Row(
        name: "C", source: "x + y * 2 - z / 3 > 10 && x % 7 != 0",
        variables: [("x", .int, .int(x)), ("y", .int, .int(y)), ("z", .int, .int(z))], target: 35,
        mayAllocate: false,
        floor: { opaque(x) + opaque(y) * 2 - opaque(z) / 3 > 10 && opaque(x) % 7 != 0 }),
    Row(
        name: "D", source: #"kind in ["count", "ratio"] && value >= goal * 0.85 ? name.endsWith("县") : value == goal"#,
        variables: [
            ("kind", .string, .string("ratio")), ("value", .double, .double(90)), ("goal", .double, .double(100)),
            ("name", .string, .string("泗水县")),
        ], target: nil, floor: { opaque(owner) == "ratio" }),
    Row(
        name: "E", source: "vals.filter(v, v > 3.0).map(v, v * 2.0).exists(v, v >= 20.0)",
        variables: [("vals", .list(.double), .list(vals.map(Value.double)))], target: nil,
        floor: { opaque(vals).filter { $0 > 3 }.map { $0 * 2 }.contains { $0 >= 20 } }),
    Row(
        name: "F", source: "m.a + m.b > 3 && size(m) == 2 && 'a' in m",
        variables: [
            ("m", .map(.string, .int), .map(MapValue([("a", .int(2)), ("b", .int(3))])))
        ], target: nil, floor: { opaque(x) + opaque(y) > 3 }),
]
