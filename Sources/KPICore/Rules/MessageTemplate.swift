package import CEL

/// A text with expressions in braces, checked when it is loaded: `{unit.label}：{progress | percent}`.
package struct MessageTemplate: Sendable {
    package enum Part: Sendable {
        case text(String)
        case value(Program, Format)
    }

    package let parts: [Part]

    package init(parts: [Part]) {
        self.parts = parts
    }
}
