package import Diagnostics

/// A value in a YAML file together with the place it stands at.
package struct YAMLNode: Sendable {
    package enum Kind: Sendable {
        case scalar(YAMLScalar)
        case sequence([YAMLNode], flow: Bool)
        case mapping([YAMLEntry], flow: Bool)
        /// Something is written here that could not be read, and a diagnostic already says so. Whoever meets it
        /// says nothing more.
        case unreadable
    }

    package let kind: Kind
    /// From the first byte of the value to its last; a block collection begins with its first key or dash. A value
    /// left out is an empty span behind its colon.
    package let place: Place

    package init(_ kind: Kind, at place: Place) {
        self.kind = kind
        self.place = place
    }

    package var span: Span { place.span }

    package var scalar: YAMLScalar? {
        if case .scalar(let scalar) = kind { scalar } else { nil }
    }

    /// Whether nothing is written here, or the word for nothing.
    package var isNull: Bool { scalar?.isNull ?? false }
}
