/// Which way is better.
package enum Direction: String, Sendable, CaseIterable {
    case increase, decrease, maintain
}
