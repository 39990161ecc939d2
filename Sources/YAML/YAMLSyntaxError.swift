/// libyaml's own words for what it cannot read, with marks in Unicode scalars. They are for our eyes: see
/// ``SyntaxMistake`` for what the author of the file is told.
struct YAMLSyntaxError: Error {
    let problem: String
    let problemMark: Int
    let context: String
    let contextMark: Int
}
