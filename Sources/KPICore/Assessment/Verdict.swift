/// A light, and why in words.
package struct Verdict: Sendable, Hashable {
    package let light: Light
    package let why: Label

    package init(_ light: Light, _ why: Label) {
        (self.light, self.why) = (light, why)
    }
}
