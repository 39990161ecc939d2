/// Something did not come about.
struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// Looks again and again until there is a value. What a look throws counts as not yet, and is told if time runs out.
func eventually<Value>(
    _ what: String, within limit: Duration = .seconds(30), _ look: () async throws -> Value?
) async throws -> Value {
    let deadline = ContinuousClock.now + limit
    while true {
        let isLast = ContinuousClock.now >= deadline
        var obstacle = ""
        do {
            if let value = try await look() { return value }
        } catch {
            obstacle = " (\(error))"
        }
        if isLast { throw Failure("waited \(limit) for \(what)\(obstacle)") }
        try await Task.sleep(for: .milliseconds(15))
    }
}
