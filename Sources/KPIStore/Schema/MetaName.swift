/// The names in the table `meta`.
enum MetaName {
    static let evaluatedThrough = "evaluated_through"
}
