/// The time in which a version of an edition is the one that is judged, and shown as its target.
struct Reign: Sendable, Hashable {
    /// Nil: from the beginning.
    let from: Instant?
    /// Not included; nil: to the end.
    let until: Instant?
    /// The target whose edition is closed when this one takes over; nil for the first, and for a version that follows
    /// another of its edition.
    var closes: Int?

    func contains(_ moment: Instant) -> Bool {
        (from.map { $0 <= moment } ?? true) && (until.map { moment < $0 } ?? true)
    }

    /// A later one took over before this could.
    var isEmpty: Bool {
        guard let from, let until else { return false }
        return until <= from
    }
}

extension Lineage {
    /// When each version reigns: from the moment at which it can be judged, up to that of a later one. So an edition
    /// goes on into the next window until there is something to judge the next by, and December is judged in January.
    ///
    /// - Parameter judgeable: the first moment at which the judged day of a version lies among its own.
    func reigns(_ judgeable: (_ version: Int) -> Instant) -> [Int: Reign] {
        let versions = versions
        let starts = versions.enumerated().map { $0 == 0 ? nil : judgeable($1) }
        var reigns: [Int: Reign] = [:]
        var end: Instant?
        for (version, start) in zip(versions, starts).reversed() {
            reigns[version] = Reign(from: start, until: end)
            end = [start, end].compactMap(\.self).min()
        }
        var before: (edition: Int, version: Int)?
        for (edition, versions) in editions.enumerated() {
            for version in versions where reigns[version]?.isEmpty == false {
                if let before, before.edition != edition { reigns[version]?.closes = before.version }
                before = (edition, version)
            }
        }
        return reigns
    }
}
