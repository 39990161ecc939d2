/// The names in the table `meta`.
enum MetaName {
    static let evaluatedThrough = "evaluated_through"
    /// The number of the latest intake that an evaluation has taken account of.
    static let evaluatedIntake = "evaluated_intake"
}
