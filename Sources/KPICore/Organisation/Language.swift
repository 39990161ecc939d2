/// The languages in which kpid speaks to people.
package enum Language: String, Sendable, CaseIterable {
    case zh, en
}
