/// The periods by which something is judged, and when each is due.
struct Rhythm: Hashable {
    let length: PeriodLength
    let deadline: Deadline
}
