/// How expressions are read and how far they may go.
package struct Options: Sendable {
    /// Whether types are checked before anything is evaluated. Without, what is wrong fails when it is reached.
    package var checksTypes = true
    package var expandsMacros = true
    /// A literal int that meets a double is read as a double: `progress >= 1`. Standard CEL has no such overload.
    package var integersMeetDoubles = false
    /// `has(x)` of a variable by itself: whether it has a value.
    package var variablesMayBeAbsent = false
    /// Says how it is written here, where somebody writes `and`, `=`, `80%` or `30d`.
    package var targetedMessages = false
    /// Warns where doubles that were computed are compared with `==`.
    package var warnsAboutEquality = false
    /// Refuses constants that cannot be: `duration("30d")`, `1 / 0`, a regular expression that is none. The standard
    /// language lets them fail in their time.
    package var refusesImpossibleConstants = false
    /// Steps an evaluation may take: iterations, elements compared, and 64 bytes of text gone through.
    package var budget = 1_000_000
    /// Bytes of source.
    package var longestSource = 65_536

    package init() {}

    /// The language as it is defined.
    package static let standard = Options()

    /// The language as it is offered to people who write rules.
    package static let rules: Options = {
        var options = Options()
        options.integersMeetDoubles = true
        options.variablesMayBeAbsent = true
        options.targetedMessages = true
        options.warnsAboutEquality = true
        options.refusesImpossibleConstants = true
        options.budget = 100_000
        return options
    }()
}
