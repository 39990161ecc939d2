internal import Diagnostics

/// Turns a checked expression into code: slots instead of names, machine types instead of values, constants folded.
struct Planner {
    let checked: Checked
    let environment: Environment
    /// Whether the code notes what each node comes to.
    let isTracing: Bool

    init(_ checked: Checked, _ environment: Environment, isTracing: Bool = false) {
        self.checked = checked
        self.environment = environment
        self.isTracing = isTracing
    }

    func plan(_ expression: Expression) -> Plan {
        let plan = untraced(expression)
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
            return .double(.constant(Double(number)))
        }
        return .constant(value)
    }

    private func name(_ expression: Expression) -> Plan {
        switch checked.references[expression.id] {
        case .slot(let slot, _): variable(slot, checked.type(of: expression), expression.span)
        case .presence(let slot): presence(slot)
        case .constant(let value): .constant(value)
        case .unresolved(let message): .failing(.failed(Failure(message, at: expression.span)))
        case .function, nil: .failing(.failed(Failure("the name has no meaning", at: expression.span)))
        }
    }

    private func presence(_ slot: Int) -> Plan {
        .bool(Typed { frame in frame.values[slot] != nil })
    }

    private func variable(_ slot: Int, _ type: ValueType, _ span: Span) -> Plan {
        switch type {
        case .bool: .bool(read(slot, span))
        case .int: .int(read(slot, span))
        case .uint: .uint(read(slot, span))
        case .double: .double(read(slot, span))
        case .string: .string(read(slot, span))
        default: .value(read(slot, span))
        }
    }

    private func read<T: Native>(_ slot: Int, _ span: Span) -> Typed<T> {
        Typed(slot: slot) { (frame: inout Frame) throws(Stop) -> T in
            if let value = T.read(frame.values[slot]) { return value }
            throw frame.stop(slot, wanted: T.type.description).at(span)
        }
    }

    private func select(_ operand: Expression, _ field: Field, _ expression: Expression) -> Plan {
        if checked.references[expression.id] != nil { return name(expression) }
        let operand = Value.typed(plan(operand)).code
        let name = field.name
        let span = field.span
        if field.access == .presence {
            return .bool(
                Typed { (frame: inout Frame) throws(Stop) -> Bool in
                    let value = try operand(&frame)
                    do throws(Stop) { return try Access.has(value, name) } catch { throw error.at(span) }
                })
        }
        let isOptional = field.access == .optional
        let code: Code<Value> = { (frame: inout Frame) throws(Stop) -> Value in
            let value = try operand(&frame)
            do throws(Stop) {
                return isOptional ? try Access.optionalField(value, name) : try Access.field(value, name)
            } catch {
                throw error.at(span)
            }
        }
        return unboxed(code, checked.type(of: expression), span)
    }

    /// Code for a value as code for the type that it is known to have.
    func unboxed(_ code: @escaping Code<Value>, _ type: ValueType, _ span: Span) -> Plan {
        let plan = Plan.value(Typed(code: code))
        return switch type {
        case .bool: .bool(Bool.unboxed(plan))
        case .int: .int(Int64.unboxed(plan))
        case .uint: .uint(UInt64.unboxed(plan))
        case .double: .double(Double.unboxed(plan))
        case .string: .string(String.unboxed(plan))
        default: plan
        }
    }

    // MARK: Tracing

    private func traced(_ plan: Plan, _ expression: Expression) -> Plan {
        switch plan {
        case .bool(let typed): .bool(traced(typed, expression.id))
        case .int(let typed): .int(traced(typed, expression.id))
        case .uint(let typed): .uint(traced(typed, expression.id))
        case .double(let typed): .double(traced(typed, expression.id))
        case .string(let typed): .string(traced(typed, expression.id))
        case .value(let typed): .value(traced(typed, expression.id))
        }
    }

    private func traced<T: Native>(_ typed: Typed<T>, _ id: Int) -> Typed<T> {
        let code = typed.code
        return Typed { (frame: inout Frame) throws(Stop) -> T in
            do throws(Stop) {
                let value = try code(&frame)
                frame.trace?.note(id, .success(value.boxed))
                return value
            } catch {
                frame.trace?.note(id, .failure(error))
                throw error
            }
        }
    }
}
