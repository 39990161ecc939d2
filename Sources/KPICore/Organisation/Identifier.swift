/// The name by which configuration, reports and alerts speak of a thing. The phantom parameter keeps a unit's name
/// from being taken for a target's.
package struct Identifier<Thing>: Sendable, Hashable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package init(stringLiteral text: String) {
        self.text = text
    }

    package var description: String { text }

    /// By UTF-8, the same on every machine.
    package static func < (a: Identifier, b: Identifier) -> Bool {
        a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
    }
}

package typealias UnitID = Identifier<Unit>
package typealias TargetID = Identifier<Target>
package typealias PolicyID = Identifier<LightPolicy>
package typealias RuleID = Identifier<Rule>
package typealias RegisterID = Identifier<RegisterSchema>
