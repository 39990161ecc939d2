/// The values an expression is evaluated with: one slot for each declared variable, and room for the names of macros.
///
/// A frame is made once for an environment and used again and again; programs of that environment may share it, one
/// after the other. A slot that was never set has no value: reading it is an error, and `has()` of it is false.
package struct Frame: Sendable {
    var values: [Value?]
    /// Why slots without a value have none: they are unknown, or what should have given the value failed.
    var stops: [Int: Stop] = [:]
    package var context: Context
    var trace: Trace?
    private let names: [String]

    package init(_ environment: Environment) {
        values = [Value?](repeating: nil, count: environment.variables.count)
        context = Context(budget: environment.options.budget, zones: environment.zones)
        names = environment.variables.map(\.name)
    }

    /// A frame without variables, for constants.
    init(context: Context) {
        values = []
        self.context = context
        names = []
    }

    package mutating func set(_ slot: Int, _ value: Value) {
        values[slot] = value
    }

    package mutating func set(_ slot: Int, double value: Double) { values[slot] = .double(value) }
    package mutating func set(_ slot: Int, int value: Int64) { values[slot] = .int(value) }
    package mutating func set(_ slot: Int, bool value: Bool) { values[slot] = .bool(value) }
    package mutating func set(_ slot: Int, string value: String) { values[slot] = .string(value) }

    /// Nobody knows the value; the attribute is what to call it in "no data, because … is missing".
    package mutating func setUnknown(_ slot: Int, attribute: String) {
        values[slot] = nil
        stops[slot] = .unknown(Unknown([attribute]))
    }

    /// There is no value: reading it is an error, unlike with an unknown one.
    package mutating func setAbsent(_ slot: Int) {
        values[slot] = nil
        stops[slot] = nil
    }

    /// Makes room for the names of macros.
    mutating func reserve(_ count: Int) {
        while values.count < count { values.append(nil) }
    }

    /// Why a slot could not be read as the type its declaration promises.
    @inline(never)
    func stop(_ slot: Int, wanted: String) -> Stop {
        if let value = values[slot] { return .failed("\(name(slot)) is \(value.kind), where \(wanted) was declared") }
        return stops[slot] ?? .failed("\(name(slot)) has no value")
    }

    private func name(_ slot: Int) -> String {
        slot < names.count ? "'\(names[slot])'" : "a local name"
    }
}
