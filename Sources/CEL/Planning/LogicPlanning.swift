internal import Diagnostics

extension Planner {
    /// `&&` and `||`. One operand that decides is enough, wherever it stands: what the others could not say does not
    /// matter then.
    func logic(_ logic: Logic, _ operands: [Expression]) -> Plan {
        let codes = operands.map { Bool.typed(plan($0)).code }
        let deciding = logic == .or
        switch codes.count {
        case 2: return .bool(Self.pair(codes[0], codes[1], deciding))
        case 3: return .bool(Self.triple(codes[0], codes[1], codes[2], deciding))
        default: return .bool(Self.many(codes, deciding))
        }
    }

    private static func pair(
        _ first: @escaping Code<Bool>, _ second: @escaping Code<Bool>, _ deciding: Bool
    ) -> Typed<Bool> {
        Typed { (frame: inout Frame) throws(Stop) -> Bool in
            let decided: Bool
            do throws(Stop) { decided = try first(&frame) == deciding } catch {
                return try undecided(error, [second], deciding, &frame)
            }
            return decided ? deciding : try second(&frame)
        }
    }

    private static func triple(
        _ first: @escaping Code<Bool>, _ second: @escaping Code<Bool>, _ third: @escaping Code<Bool>,
        _ deciding: Bool
    ) -> Typed<Bool> {
        Typed { (frame: inout Frame) throws(Stop) -> Bool in
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

    private static func many(_ codes: [Code<Bool>], _ deciding: Bool) -> Typed<Bool> {
        Typed { (frame: inout Frame) throws(Stop) -> Bool in
            for index in codes.indices {
                do throws(Stop) {
                    if try codes[index](&frame) == deciding { return deciding }
                } catch {
                    return try undecided(error, Array(codes[(index + 1)...]), deciding, &frame)
                }
            }
            return !deciding
        }
    }

    /// One operand stopped: only a deciding one among the rest saves the whole.
    @inline(never)
    private static func undecided(
        _ stop: Stop, _ rest: [Code<Bool>], _ deciding: Bool, _ frame: inout Frame
    ) throws(Stop) -> Bool {
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
        let test = Bool.typed(plan(condition))
        let first = plan(yes)
        let second = plan(no)
        if !isTracing, let constant = test.constant { return constant ? first : second }
        let code = test.code
        switch (first, second) {
        case (.bool(let a), .bool(let b)): return .bool(Self.choice(code, a, b))
        case (.int(let a), .int(let b)): return .int(Self.choice(code, a, b))
        case (.uint(let a), .uint(let b)): return .uint(Self.choice(code, a, b))
        case (.double(let a), .double(let b)): return .double(Self.choice(code, a, b))
        case (.string(let a), .string(let b)): return .string(Self.choice(code, a, b))
        default: return .value(Self.choice(code, Value.typed(first), Value.typed(second)))
        }
    }

    private static func choice<T>(_ test: @escaping Code<Bool>, _ yes: Typed<T>, _ no: Typed<T>) -> Typed<T> {
        let yes = yes.code
        let no = no.code
        return Typed { (frame: inout Frame) throws(Stop) -> T in
            try test(&frame) ? try yes(&frame) : try no(&frame)
        }
    }
}
