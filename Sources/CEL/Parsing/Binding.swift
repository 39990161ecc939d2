internal import Diagnostics

/// A value under a name: `cel.bind`, `optMap` and `optFlatMap`.
struct Binding: Sendable {
    enum Kind: Sendable {
        case bind, optMap, optFlatMap
    }

    let kind: Kind
    let name: LocalName
    let value: Expression
    let body: Expression
}
