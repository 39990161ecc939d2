internal import Diagnostics

extension Planner {
    func call(_ call: Call, _ expression: Expression) -> Plan {
        switch checked.references[expression.id] {
        case .function(let function, let fitting, let isNamespaced):
            let operands = isNamespaced ? call.arguments : call.operands
            let isMember = call.target != nil && !isNamespaced
            let plans = operands.map(plan)
            let made = planned(function, fitting, operands, plans, isMember, expression)
            checkPattern(function, plans, operands)
            return folded(made, plans, expression)
        case .presence(let slot): return .condition { frame in !frame.cells[slot].isAbsent }
        case .unresolved(let message): return .failing(.failed(Failure(message, at: call.nameSpan)))
        default: return .failing(.failed(Failure("the call has no meaning", at: call.nameSpan)))
        }
    }

    private func planned(
        _ function: Function, _ fitting: [Overload], _ operands: [Expression], _ plans: [Plan], _ isMember: Bool,
        _ expression: Expression
    ) -> Plan {
        let span = expression.span
        if let alternative = alternative(function, plans, isMember, span) { return Plan(code: alternative) }
        if fitting.count == 1, let overload = fitting.first, isDefinite(operands, overload) {
            return overload.build?(plans, span) ?? overload.called(plans, span)
        }
        let overloads = function.overloads.filter { $0.isMember == isMember && $0.takes(operands.count) }
        return Plan(code: Dispatch.code(function, overloads, plans, span))
    }

    /// `or` and `orValue`, which do not evaluate what they do not need.
    private func alternative(
        _ function: Function, _ plans: [Plan], _ isMember: Bool, _ span: Span
    ) -> Code? {
        guard isMember, plans.count == 2, case .alternative(let unwraps) = function.overloads.first?.implementation
        else { return nil }
        let first = plans[0].code
        let second = plans[1].code
        return Code { (frame: inout Frame) throws(Stop) -> Value in
            let value = try first(&frame)
            guard case .optional(let optional) = value else {
                throw Dispatch.mismatch(function, [value]).at(span)
            }
            if let wrapped = optional.wrapped { return unwraps ? wrapped : value }
            let other = try second(&frame)
            if unwraps { return other }
            guard case .optional = other else { throw Dispatch.mismatch(function, [value, other]).at(span) }
            return other
        }
    }

    /// Whether what is known about the operands leaves nothing to find out when the code runs.
    private func isDefinite(_ operands: [Expression], _ overload: Overload) -> Bool {
        let parameters = overload.parameters
        return operands.indices.allSatisfy { index in
            let type = checked.type(of: operands[index])
            let parameter = parameters[min(index, parameters.count - 1)]
            return type.isSameSimple(parameter) || isDefinite(type, parameter)
        }
    }

    private func isDefinite(_ type: ValueType, _ parameter: ValueType) -> Bool {
        switch (parameter, type) {
        case (.parameter, _), (.dyn, _), (.list, .list), (.map, .map), (.type, .type): true
        case (.opaque(let name, _), .opaque(let other, _)): name == other
        default: type == parameter
        }
    }

    /// A call whose operands are all constant is evaluated now. One that fails is left to fail in its time: perhaps it
    /// is never reached, or stands beside what decides without it.
    private func folded(_ plan: Plan, _ operands: [Plan], _ expression: Expression) -> Plan {
        guard !isTracing, operands.allSatisfy({ $0.constant != nil }) else { return plan }
        var frame = Frame(context: Context(budget: 1000, zones: environment.zones))
        do throws(Stop) {
            return .constant(try plan.code(&frame))
        } catch {
            if case .failed(let failure) = error { refuse(failure.message, expression) }
            return plan
        }
    }

    /// A constant pattern is known to be one or not, whatever it will be asked about.
    private func checkPattern(_ function: Function, _ plans: [Plan], _ operands: [Expression]) {
        guard function.name == "matches", plans.count == 2, case .string(let pattern) = plans[1].constant,
            plans[0].constant == nil
        else { return }
        do throws(Stop) {
            _ = try RegularExpression(pattern)
        } catch {
            if case .failed(let failure) = error { refuse(failure.message, operands[1]) }
        }
    }

    private func refuse(_ message: String, _ expression: Expression) {
        guard environment.options.refusesImpossibleConstants else { return }
        report?("impossible-constant", message, at: expression.span, label: "this fails whenever it is evaluated")
    }
}
