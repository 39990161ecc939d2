import Foundation

/// Seeds for a property: a few each time, as many as `KPID_SEEDS` says when somebody wants to know, and the one of
/// `KPID_SEED` alone when its failure is looked into.
package func seeds(_ usual: Int) -> Range<Int> {
    let environment = ProcessInfo.processInfo.environment
    if let seed = environment["KPID_SEED"].flatMap({ Int($0) }) { return seed..<(seed + 1) }
    return 0..<(environment["KPID_SEEDS"].flatMap { Int($0) } ?? usual)
}
