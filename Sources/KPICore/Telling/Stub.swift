extension Alert {
    var atFiring: [NamedValue] { values }
    var atWorst: [NamedValue] { values }
    func flapsUntil(_ rule: Rule, _ timetable: Timetable, at now: Instant) -> Instant? { nil }
}
extension Rule {
    enum Corrections { case tell, reopen, silent }
    var corrections: Corrections { .tell }
}
extension Instant { func adding(milliseconds more: Int64) -> Instant { Instant(milliseconds: milliseconds + more) } }
