extension Target {
    /// The registers that its value is made from: whose rows are counted, and who names its members.
    package var registers: Set<RegisterID> {
        var registers: Set<RegisterID> = []
        if case .register(let measure) = source { registers.insert(measure.register) }
        if case .members(.register(let members, _), _) = composition { registers.insert(members) }
        return registers
    }
}
