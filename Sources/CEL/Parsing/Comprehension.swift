internal import Diagnostics

/// `all`, `exists`, `map` and their like: an expression evaluated for each element.
struct Comprehension: Sendable {
    enum Kind: Sendable {
        case all, exists, existsOne, filter, map, transformList, transformMap, transformMapEntry
    }

    let kind: Kind
    let range: Expression
    /// One name for elements of lists and keys of maps; two for index and element, or key and value.
    let names: [LocalName]
    /// What is asked of each element; nil where each counts.
    let condition: Expression?
    /// What is made of each element; nil where nothing is.
    let result: Expression?
}
