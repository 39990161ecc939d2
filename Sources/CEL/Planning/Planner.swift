internal import Diagnostics

/// Turns a checked expression into code: slots instead of names, machine types instead of values, constants folded.
struct Planner {
    let checked: Checked
    let environment: Environment
    /// Whether the code notes what each node comes to.
    let isTracing: Bool
    /// Where constants that cannot be are reported.
    let report: Reporter?

    init(_ checked: Checked, _ environment: Environment, isTracing: Bool = false, report: Reporter? = nil) {
        self.checked = checked
        self.environment = environment
        self.isTracing = isTracing
        self.report = report
    }

    func plan(_ expression: Expression) -> Plan {
        var plan = untraced(expression)
        plan.span = expression.span
        plan.isString = checked.type(of: expression) == .string
        return isTracing ? traced(plan, expression) : plan
    }

    private func untraced(_ expression: Expression) -> Plan {
        switch expression.node {
        case .literal(let value): literal(value, expression)
        case .name: name(expression)
        case .select(let operand, let field): select(operand, field, expression)
        case .call(let call): self.call(call, expression)
        case .logic(let logic, let operands): self.logic(logic, operands)
        case .conditional(let condition, let yes, let no): conditional(condition, yes, no)
        case .list(let elements): list(elements)
        case .map(let entries): map(entries, expression)
        case .comprehension(let comprehension): self.comprehension(comprehension, expression)
        case .binding(let binding): self.binding(binding, expression)
        case .invalid: .failing(.failed(Failure("the expression could not be read", at: expression.span)))
        }
    }

    // MARK: Leaves

    private func literal(_ value: Value, _ expression: Expression) -> Plan {
        if case .int(let number) = value, checked.doubles.contains(expression.id) {
            return .constant(.double(Double(number)))
        }
        return .constant(value)
    }

    private func name(_ expression: Expression) -> Plan {
        switch checked.references[expression.id] {
        case .slot(let slot, _): variable(slot, checked.type(of: expression), expression.span)
        case .presence(let slot): .condition { frame in !frame.cells[slot].isAbsent }
        case .constant(let value): .constant(value)
        case .unresolved(let message): .failing(.failed(Failure(message, at: expression.span)))
        case .function, nil: .failing(.failed(Failure("the name has no meaning", at: expression.span)))
        }
    }

    private func variable(_ slot: Int, _ type: ValueType, _ span: Span) -> Plan {
        if let machine = Machine(type) {
            return Plan(machine, slot: slot) { (frame: inout Frame) throws(Stop) -> UInt64 in
                let cell = frame.cells[slot]
                guard cell.holds(machine) else { throw frame.stop(slot, wanted: type).at(span) }
                return cell.bits
            }
        }
        return Plan(slot: slot) { (frame: inout Frame) throws(Stop) -> Value in
            guard let value = frame.value(slot) else { throw frame.stop(slot, wanted: type).at(span) }
            return value
        }
    }

    private func select(_ operand: Expression, _ field: Field, _ expression: Expression) -> Plan {
        if checked.references[expression.id] != nil { return name(expression) }
        let operand = plan(operand).code
        let name = field.name
        let span = field.span
        if field.access == .presence {
            return .condition { (frame: inout Frame) throws(Stop) -> Bool in
                let value = try operand(&frame)
                do throws(Stop) { return try Access.has(value, name) } catch { throw error.at(span) }
            }
        }
        let isOptional = field.access == .optional
        return Plan { (frame: inout Frame) throws(Stop) -> Value in
            let value = try operand(&frame)
            do throws(Stop) {
                return isOptional ? try Access.optionalField(value, name) : try Access.field(value, name)
            } catch {
                throw error.at(span)
            }
        }
    }

    // MARK: Tracing

    private func traced(_ plan: Plan, _ expression: Expression) -> Plan {
        let id = expression.id
        let code = plan.code
        let tracing = Plan { (frame: inout Frame) throws(Stop) -> Value in
            do throws(Stop) {
                let value = try code(&frame)
                frame.trace?.note(id, .success(value))
                return value
            } catch {
                frame.trace?.note(id, .failure(error))
                throw error
            }
        }
        guard let machine = plan.machine else { return tracing }
        return Plan(machine, word: tracing.word(machine))
    }
}
