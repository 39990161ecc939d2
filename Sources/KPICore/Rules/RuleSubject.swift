/// What a rule judges: one target with one unit.
struct RuleSubject {
    let target: Target
    let unit: Unit
    let assessment: Assessment
}
