internal import Diagnostics

extension Planner {
    /// `&&` and `||`. One operand that decides is enough, wherever it stands: what the others could not say does not
    /// matter then.
    func logic(_ logic: Logic, _ operands: [Expression]) -> Plan {
        let plans = operands.map(plan)
        let codes = plans.map { $0.word(.bool) }
        let deciding: UInt64 = logic == .or ? 1 : 0
        switch codes.count {
        case 2:
            var pair = Self.pair(codes[0], codes[1], deciding)
            if let first = plans[0].test, let second = plans[1].test {
                pair.test = first.joined(second, deciding: deciding != 0)
            }
            return pair
        case 3: return Self.triple(codes[0], codes[1], codes[2], deciding)
        default: return Self.many(codes, deciding)
        }
    }

    private static func pair(
        _ first: Word, _ second: Word, _ deciding: UInt64
    ) -> Plan {
        Plan(.bool) { (frame: inout Frame) throws(Stop) -> UInt64 in
            let decided: Bool
            do throws(Stop) { decided = try first(&frame) == deciding } catch {
                return try undecided(error, [second], deciding, &frame)
            }
            return decided ? deciding : try second(&frame)
        }
    }

    private static func triple(
        _ first: Word, _ second: Word, _ third: Word,
        _ deciding: UInt64
    ) -> Plan {
        Plan(.bool) { (frame: inout Frame) throws(Stop) -> UInt64 in
            var decided: Bool
            do throws(Stop) { decided = try first(&frame) == deciding } catch {
                return try undecided(error, [second, third], deciding, &frame)
            }
            if decided { return deciding }
            do throws(Stop) { decided = try second(&frame) == deciding } catch {
                return try undecided(error, [third], deciding, &frame)
            }
            return decided ? deciding : try third(&frame)
        }
    }

    private static func many(_ codes: [Word], _ deciding: UInt64) -> Plan {
        Plan(.bool) { (frame: inout Frame) throws(Stop) -> UInt64 in
            for index in codes.indices {
                do throws(Stop) {
                    if try codes[index](&frame) == deciding { return deciding }
                } catch {
                    return try undecided(error, Array(codes[(index + 1)...]), deciding, &frame)
                }
            }
            return 1 - deciding
        }
    }

    /// One operand stopped: only a deciding one among the rest saves the whole.
    @inline(never)
    private static func undecided(
        _ stop: Stop, _ rest: [Word], _ deciding: UInt64, _ frame: inout Frame
    ) throws(Stop) -> UInt64 {
        if stop.isExhausted { throw stop }
        var stop = stop
        for code in rest {
            do throws(Stop) {
                if try code(&frame) == deciding { return deciding }
            } catch {
                if error.isExhausted { throw error }
                stop = stop.joined(error)
            }
        }
        throw stop
    }

    func conditional(_ condition: Expression, _ yes: Expression, _ no: Expression) -> Plan {
        let condition = plan(condition)
        if !isTracing, let known = condition.constant.flatMap(Bool.unbox) { return plan(known ? yes : no) }
        return choice(condition.word(.bool), plan(yes), plan(no))
    }

    private func choice(_ test: Word, _ yes: Plan, _ no: Plan) -> Plan {
        guard let machine = yes.machine, machine == no.machine else { return choice(test, yes.code, no.code) }
        return choice(test, machine, yes.word(machine), no.word(machine))
    }

    private func choice(
        _ test: Word, _ machine: Machine, _ yes: Word, _ no: Word
    ) -> Plan {
        Plan(machine) { (frame: inout Frame) throws(Stop) -> UInt64 in
            try test(&frame) != 0 ? try yes(&frame) : try no(&frame)
        }
    }

    private func choice(_ test: Word, _ yes: Code, _ no: Code) -> Plan {
        Plan { (frame: inout Frame) throws(Stop) -> Value in
            try test(&frame) != 0 ? try yes(&frame) : try no(&frame)
        }
    }
}
