/// How much a YAML file may hold. Ours are a few kilobytes; what is a thousand times that is a mistake or an attack.
package struct YAMLLimits: Sendable {
    package var bytes = 4 << 20
    package var nodes = 200_000
    /// Collections within collections.
    package var depth = 64
    /// Refusals after which the rest of a file is not looked at.
    package var mistakes = 100
    /// How many mistakes in the writing itself are looked past to find the next.
    package var repairs = 20

    package init() {}
}
