import Diagnostics
import KPICore
import YAML

extension Shape where Value == Route {
    /// `{when: {severity: critical}, to: [zhang, owner]}`
    ///
    /// - Parameter recipients: nil where they cannot be known.
    static func route(_ recipients: [WrittenRecipient]?, _ names: AlertNames) -> Shape {
        .mapping("a route") { route in
            let matchers = route.optional("when", .matchers(names), default: Matchers())
            let to = route.required("to", .addressees(recipients))
            return to.map { Route(matchers, to: $0) }
        }
    }
}

extension Shape where Value == [Route.Addressee] {
    fileprivate static func addressees(_ recipients: [WrittenRecipient]?) -> Shape {
        let list = Shape.oneOrMore(of: .addressee(recipients))
        return Shape("recipients, or '\(Route.ownerWord)'") { field in
            if case .sequence(let nodes, _) = field.node.kind, nodes.isEmpty {
                return field.refuse("route-to-nobody", "a route to nobody", label: "name recipients, or remove it")
            }
            return list.read(field)
        }
    }
}

extension Shape where Value == Route.Addressee {
    fileprivate static func addressee(_ recipients: [WrittenRecipient]?) -> Shape {
        Shape("the id of a recipient") { field in
            guard let name = Shape<String>.text.read(field) else { return nil }
            if name == Route.ownerWord {
                guard let recipients, !recipients.contains(where: \.isOwner) else { return .owner }
                return field.refuse(
                    "no-owner", "'\(name)' finds nobody: no recipient says whose targets they answer for",
                    label: "add 'owns: …' to a recipient")
            }
            guard let recipients, !recipients.contains(where: { $0.id.value == name }) else {
                return .recipient(RecipientID(name))
            }
            let names = recipients.map(\.id.value)
            let all = names.isEmpty ? "there is none yet" : "the recipients are \(names.joined(separator: ", "))"
            return field.refuse(
                "unknown-recipient", "unknown recipient '\(name)'",
                label: Suggestion.nearest(to: name, in: names + [Route.ownerWord]).map { "did you mean '\($0)'?" }
                    ?? all)
        }
    }
}
