/// The first line in which two texts differ; nil when they are the same. A whole status in a failure helps nobody.
func difference(_ found: String, _ expected: String) -> String? {
    guard found != expected else { return nil }
    let lines = { (text: String) in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    return difference(lines(found), lines(expected)) ?? "bytes that are the same characters"
}

func difference(_ found: [String], _ expected: [String]) -> String? {
    for index in 0..<max(found.count, expected.count) {
        let one = index < found.count ? found[index] : "(end)"
        let other = index < expected.count ? expected[index] : "(end)"
        if one != other { return "\(index + 1): '\(one)' where '\(other)' is expected" }
    }
    return nil
}
