internal import CHeap

private let clock = ContinuousClock()

package func timed<Value>(_ body: () throws -> Value) rethrows -> (Value, Duration) {
    let start = clock.now
    let value = try body()
    return (value, clock.now - start)
}

package func seconds(_ duration: Duration) -> String {
    "\(Double((duration / .milliseconds(1)).rounded()) / 1000) s"
}

package func micros(_ duration: Duration) -> String { "\(Int(duration / .microseconds(1))) µs" }

package func tell(_ what: String, _ number: String) {
    print("  " + what + String(repeating: " ", count: max(1, 56 - what.count)) + number)
}

/// What the allocator has given out.
package enum Heap {
    package static var bytes: Int { Int(heap_bytes()) }

    /// What is held for as long as a value lives.
    @inline(never)
    package static func cost<Value>(_ make: () -> Value) -> Int {
        let before = bytes
        let value = make()
        let after = bytes
        withExtendedLifetime(value) {}
        return after - before
    }
}
