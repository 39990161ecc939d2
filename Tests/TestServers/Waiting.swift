/// Something did not come about.
package struct Failure: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}

/// Looks again and again until there is a value. What a look throws counts as not yet, and is told if time runs out.
///
/// It does not run out before there were as many looks as an idle machine has in that time: one that is so busy that it
/// hardly comes to looking gives the programs that are looked at little time too.
package func eventually<Value>(
    _ what: String, within limit: Duration = .seconds(20), _ look: () async throws -> Value?
) async throws -> Value {
    let pause = Duration.milliseconds(15)
    let deadline = ContinuousClock.now + limit
    var looks = Int(limit / pause)
    while true {
        let isLast = ContinuousClock.now >= deadline && looks <= 0
        looks -= 1
        var obstacle = ""
        do {
            if let value = try await look() { return value }
        } catch {
            obstacle = " (\(error))"
        }
        if isLast { throw Failure("waited \(limit) for \(what)\(obstacle)") }
        try await Task.sleep(for: pause)
    }
}

/// Looks again and again until something is true.
package func eventually(
    _ what: String, within limit: Duration = .seconds(20), _ holds: () async throws -> Bool
) async throws {
    let _: Bool = try await eventually(what, within: limit) { try await holds() ? true : nil }
}
