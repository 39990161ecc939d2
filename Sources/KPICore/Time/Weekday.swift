/// A day of the week, Monday first, by the words that calendar files use.
package enum Weekday: String, Sendable, CaseIterable {
    case mon, tue, wed, thu, fri, sat, sun
}
