/// What a rule judges: one target with one unit, or one of the target's parts.
struct RuleSubject {
    let target: Target
    let unit: Unit
    let assessment: Assessment
    var part: Part?
}
