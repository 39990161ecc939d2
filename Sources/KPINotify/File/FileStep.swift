/// A step between two states of the disk, for those who want to stop there.
package enum FileStep: Sendable, CaseIterable {
    case write, sync, rename, syncFolder
}
