/// The values an expression is evaluated with: one slot for each declared variable, and room for the names of macros.
///
/// A frame is made once for an environment and used again and again; programs of that environment may share it, one
/// after the other. A slot that was never set has no value: reading it is an error, and `has()` of it is false.
package struct Frame: Sendable {
    /// Numbers and truths as they are, and marks for what stands among the objects.
    var cells: [Cell]
    var objects: [Value]
    /// Why slots without a value have none: they are unknown, or what should have given the value failed.
    private var stops: [Int: Stop] = [:]
    package var context: Context
    var trace: Trace?
    private let names: [String]

    package init(_ environment: Environment) {
        cells = [Cell](repeating: .absent, count: environment.variables.count)
        objects = [Value](repeating: .null, count: environment.variables.count)
        context = Context(budget: environment.options.budget, zones: environment.zones)
        names = environment.variables.map(\.name)
    }

    /// A frame without variables, for constants.
    init(context: Context) {
        cells = []
        objects = []
        self.context = context
        names = []
    }

    @inline(__always)
    package mutating func set(_ slot: Int, _ value: Value) {
        if let (machine, bits) = Machine.split(value) {
            cells[slot] = Cell(machine, bits)
        } else {
            cells[slot] = .object
            objects[slot] = value
        }
    }

    package mutating func set(_ slot: Int, double value: Double) { cells[slot] = Cell(.double, value.bits) }
    package mutating func set(_ slot: Int, int value: Int64) { cells[slot] = Cell(.int, value.bits) }
    package mutating func set(_ slot: Int, bool value: Bool) { cells[slot] = Cell(.bool, value.bits) }
    package mutating func set(_ slot: Int, string value: String) { set(slot, .string(value)) }

    /// Nobody knows the value; the attribute is what to call it in "no data, because … is missing".
    package mutating func setUnknown(_ slot: Int, attribute: String) {
        set(slot, stop: .unknown(Unknown([attribute])))
    }

    /// There is no value: reading it is an error, unlike with an unknown one.
    package mutating func setAbsent(_ slot: Int) {
        set(slot, stop: nil)
    }

    mutating func set(_ slot: Int, stop: Stop?) {
        cells[slot] = .absent
        objects[slot] = .null
        stops[slot] = stop
    }

    /// Makes room for the names of macros.
    mutating func reserve(_ count: Int) {
        while cells.count < count {
            cells.append(.absent)
            objects.append(.null)
        }
    }

    /// The value of a slot; nil when it has none.
    @inline(__always)
    func value(_ slot: Int) -> Value? {
        let cell = cells[slot]
        if cell.holdsObject { return objects[slot] }
        return cell.machine?.value(cell.bits)
    }

    /// Why a slot could not be read as the type its declaration promises.
    @inline(never)
    func stop(_ slot: Int, wanted: ValueType) -> Stop {
        if let value = value(slot) { return .failed("\(name(slot)) is \(value.kind), where \(wanted) was declared") }
        return stops[slot] ?? .failed("\(name(slot)) has no value")
    }

    private func name(_ slot: Int) -> String {
        slot < names.count ? "'\(names[slot])'" : "a local name"
    }
}
