internal import Diagnostics

extension Checker {
    /// Says that no overload fits: the types found, and what the function takes.
    func reportMismatch(
        _ function: Function, _ call: Call, _ operands: [Expression], _ types: [ValueType], isMember: Bool,
        _ expression: Expression
    ) {
        let found = types.map(unifier.final)
        let notes = tried(function, count: found.count, isMember: isMember)
        guard !function.isOperator else {
            let sign = BinaryOperator.sign(function.name)
            let what = found.count == 1 ? "to \(found[0])" : "to \(found[0]) and \(found[1])"
            report(
                "no-such-overload", "'\(sign)' does not apply \(what)", at: expression.span,
                label: way(operands, found), notes: notes)
            return
        }
        let arguments = isMember ? Array(found.dropFirst()) : found
        let list = arguments.map(\.description).joined(separator: ", ")
        let on = isMember ? " of \(found[0])" : ""
        report(
            "no-such-overload", "'\(function.name)'\(on) does not take (\(list))", at: expression.span,
            label: misplaced(function, isMember: isMember), notes: notes)
    }

    /// The signatures with this number of arguments; all of them when there is none.
    private func tried(_ function: Function, count: Int, isMember: Bool) -> [String] {
        let stated = function.overloads.filter { !$0.isDynamicOnly }
        let near = stated.filter { $0.isMember == isMember && $0.takes(count) }
        let signatures = (near.isEmpty ? stated : near).map { $0.signature(of: function.name) }
        guard !signatures.isEmpty else { return [] }
        return ["tried \(signatures.joined(separator: "; "))"]
    }

    /// A function called as a method, or the other way round.
    private func misplaced(_ function: Function, isMember: Bool) -> String {
        guard function.overloads.allSatisfy({ $0.isMember != isMember }) else { return "" }
        return isMember ? "write \(function.name)(x)" : "write x.\(function.name)()"
    }

    /// Numbers of two types: how to bring them together.
    private func way(_ operands: [Expression], _ types: [ValueType]) -> String {
        guard types.count == 2, Set(types).count == 2 else { return "" }
        if types.contains(.double), let other = types.firstIndex(where: { $0 == .int || $0 == .uint }) {
            if case .literal(let value) = operands[other].node { return "write \(value.description).0" }
            return "write double(\(report.source.text(operands[other].span)))"
        }
        if types.contains(.int), let other = types.firstIndex(of: .uint) {
            return "write int(\(report.source.text(operands[other].span)))"
        }
        if types.contains(.string), let other = types.firstIndex(where: { $0 != .string }), types[other] != .null {
            return "write string(\(report.source.text(operands[other].span)))"
        }
        return ""
    }

    /// Two doubles that were computed are hardly ever exactly equal.
    func warnAboutEquality(_ call: Call, _ operands: [Expression]) {
        guard environment.options.warnsAboutEquality, call.function == "_==_" || call.function == "_!=_",
            operands.count == 2, operands.allSatisfy({ unifier.resolved(types[$0.id]) == .double }),
            operands.contains(where: isComputed)
        else { return }
        report(
            "inexact-equality", "doubles that were computed are hardly ever exactly equal", severity: .warning,
            at: operands[0].span.union(operands[1].span),
            label: "compare with a margin, as in math.abs(a - b) < 0.001")
    }

    private func isComputed(_ expression: Expression) -> Bool {
        guard case .call(let call) = expression.node else { return false }
        return ["_+_", "_-_", "_*_", "_/_"].contains(call.function)
    }
}

extension Excerpt {
    /// The bytes of a span as text.
    func text(_ span: Span) -> String {
        String(decoding: Array(text.utf8)[span.lower..<span.upper], as: UTF8.self)
    }
}
